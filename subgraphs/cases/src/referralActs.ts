import { randomUUID } from "node:crypto";
import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { NotYourCase, requireSpecialist } from "./domain/authority.js";
import type { Case } from "./domain/case.js";
import { openReferral, type Referral, type ReferralLevel } from "./domain/referral.js";
import { approverOnDuty } from "./onDuty.js";
import type { NewEntry } from "./store/caseLog.js";

/** Who works for a department now, its specialist at the window or an approver. @throws StaffOnly, NotYourCase, DecisionNotOnDuty */
async function specialistOnDuty(context: Context, departmentId: string) {
  const { staffId, actingForId } = await approverOnDuty(
    context,
    requireSpecialist(context.caller, departmentId),
    departmentId,
  );
  return { staffId, actingForId };
}

/**
 * 转报上级: sends a case up to the counterpart of its department, which is told once and sees it from then on (R111).
 *
 * @throws ReferralOpen, ReferralNotPossible, ReasonRequired, StaffOnly, NotYourCase, DecisionNotOnDuty
 */
export const referCase = (
  context: Context,
  input: ChangeInput & { readonly departmentId: string; readonly level: ReferralLevel; readonly reason: string },
) =>
  changeCase(
    context,
    "referCase",
    input,
    async (current) => {
      const { departmentId, level, reason } = input;
      const by = await specialistOnDuty(context, current.departmentId);
      return { type: "refer", at: context.clock(), departmentId, level, reason, by };
    },
    async (_, next) => {
      const referral = openReferral(next);
      return referral ? [answerRequested(next, referral)] : [];
    },
  );

/**
 * Records what came back: by the counterpart, or by the department that referred the case where the answer came on paper
 * (R111).
 *
 * @throws ReferralNotPossible, ReasonRequired, StaffOnly, NotYourCase, DecisionNotOnDuty
 */
export const answerReferral = (context: Context, input: ChangeInput & { readonly result: string }) =>
  changeCase(context, "answerReferral", input, async (current) => {
    const { departmentId } = context.caller.claims;
    const counterpart = openReferral(current)?.departmentId;
    if (context.caller.kind === "STAFF" && departmentId !== counterpart && departmentId !== current.departmentId) {
      throw new NotYourCase();
    }
    const by = await specialistOnDuty(context, departmentId ?? current.departmentId);
    return { type: "answerReferral", at: context.clock(), result: input.result, by };
  });

/** What the log says to the counterpart. */
const answerRequested = ({ id, outletId }: Case, { departmentId, at, by }: Referral): NewEntry => ({
  stream: "JOINT",
  streamId: randomUUID(),
  version: 1,
  type: "AnswerRequested",
  at: new Date(at),
  outletId,
  windowId: null,
  departmentId,
  statusBefore: null,
  statusAfter: "REQUESTED",
  confidential: true, // between those who work on the case
  data: { caseId: id, by },
});
