import type { Evaluation } from "./evaluation.js";

/** 申请+评价 (R181): every application has its evaluation, which waits until it is finished. */
export const slotStates = ["NOT_YET", "OPEN", "EVALUATED"] as const;
export type SlotState = (typeof slotStates)[number];

/**
 * Where the evaluation of a case stands. An anonymous one leaves the slot open: a case has an applicant, so a filled
 * slot would say who wrote it (I-E6).
 *
 * @param named  the evaluations about the case that are not anonymous
 */
export function slotOf(closed: boolean, named: readonly Pick<Evaluation, "anonymous">[]): SlotState {
  if (named.some(({ anonymous }) => !anonymous)) return "EVALUATED";
  return closed ? "OPEN" : "NOT_YET";
}
