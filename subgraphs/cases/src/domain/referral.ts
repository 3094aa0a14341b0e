import { DomainError } from "@yimen/kernel/errors";
import type { Actor, Case } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import type { CaseEvent } from "./caseEvent.js";
import { plans } from "./plans.js";
import { ReasonRequired } from "./refusals.js";

/** The level of the counterpart above: 市、省、国家 (GB/T 39046-2020 A.2). */
export const referralLevels = ["CITY", "PROVINCIAL", "NATIONAL"] as const;
export type ReferralLevel = (typeof referralLevels)[number];

/** A case has gone up to the counterpart of its department (上级对口单位, R111); it stays where it is, and visible. */
export interface Referral {
  readonly departmentId: string;
  readonly level: ReferralLevel;
  readonly reason: string;
  readonly at: string;
  readonly by: Actor;
  /** What came back; `null` while it is awaited. */
  readonly answer: { readonly result: string; readonly at: string; readonly by: Actor } | null;
}

/** The counterpart has not answered yet. */
export class ReferralOpen extends DomainError {
  readonly code = "REFERRAL_OPEN";
  constructor({ id }: Case, { departmentId }: Referral) {
    super(
      {
        zh: "该办件已转报上级对口单位,尚未答复;请跟进答复后再办理。",
        en: "The counterpart above has not answered yet; press for its answer first.",
      },
      { caseId: id, departmentId },
      plans.R111,
    );
  }
}

/** Nobody is asked, or the deciding department itself. */
export class ReferralNotPossible extends DomainError {
  readonly code = "REFERRAL_NOT_POSSIBLE";
  constructor({ id, departmentId }: Case) {
    super(
      {
        zh: "该办件没有待答复的转报,或转报单位为本部门;请核对上级对口单位。",
        en: "No answer is awaited, or the case would be referred to its own department; check the counterpart.",
      },
      { caseId: id, departmentId },
      plans.R111,
    );
  }
}

/** The referral that waits for its answer. */
export const openReferral = ({ referrals = [] }: Pick<Case, "referrals">): Referral | null =>
  referrals.find(({ answer }) => answer === null) ?? null;

/** @throws ReferralOpen */
export function requireNoReferral(current: Case): void {
  const open = openReferral(current);
  if (open) throw new ReferralOpen(current, open);
}

type Command<T extends CaseCommand["type"]> = Extract<CaseCommand, { type: T }>;

/** Sends a case up, one counterpart at a time (R111). @throws ReferralOpen, ReferralNotPossible, ReasonRequired */
export function refer(current: Case, { at, departmentId, level, reason, by }: Command<"refer">): CaseEvent {
  requireNoReferral(current);
  if (departmentId.trim() === "" || departmentId === current.departmentId) throw new ReferralNotPossible(current);
  if (reason.trim() === "") throw new ReasonRequired();
  return { type: "CaseReferred", at: at.toISOString(), departmentId, level, reason, by };
}

/** Records what came back (R111). @throws ReferralNotPossible, ReasonRequired */
export function answerReferral(current: Case, { at, result, by }: Command<"answerReferral">): CaseEvent {
  if (!openReferral(current)) throw new ReferralNotPossible(current);
  if (result.trim() === "") throw new ReasonRequired();
  return { type: "ReferralAnswered", at: at.toISOString(), result, by };
}

/** The referrals after one of their events. */
export function referralsAfter(
  referrals: readonly Referral[] = [],
  event: Extract<CaseEvent, { type: "CaseReferred" | "ReferralAnswered" }>,
): readonly Referral[] {
  const { at, by } = event;
  if (event.type === "ReferralAnswered") {
    const answer = { result: event.result, at, by };
    return referrals.map((one) => (one.answer === null ? { ...one, answer } : one));
  }
  const { departmentId, level, reason } = event;
  return [...referrals, { departmentId, level, reason, at, by, answer: null }];
}
