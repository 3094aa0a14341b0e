import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { requireOverseer, requireStaff } from "./domain/authority.js";
import type { Actor, Case } from "./domain/case.js";
import { caseClock } from "./domain/caseClock.js";
import type { JointParty } from "./domain/jointHandling.js";
import { NotAParty } from "./domain/jointRefusals.js";
import { checkPage } from "./domain/page.js";
import { type VisibleCase, visibleTo } from "./loaders.js";
import { approverOnDuty, departmentActor } from "./onDuty.js";
import type { NewEntry } from "./store/caseLog.js";
import { findJointCases } from "./store/jointStore.js";

export interface ConveneInput extends ChangeInput {
  readonly parties: readonly Pick<JointParty, "departmentId" | "dueOn">[];
  readonly reason: string;
}

/**
 * 启动联办: calls the departments concerned; each of them is told once (R123).
 *
 * @throws JointAlreadyConvened, JointPartiesNotValid, ReasonRequired, and the refusals of `onDuty.ts`
 */
export const conveneJointHandling = (context: Context, input: ConveneInput) =>
  changeCase(
    context,
    "conveneJointHandling",
    input,
    async (current) => {
      const at = context.clock();
      const by = await departmentActor(context, current);
      // Before acceptance nothing is due, and `decide` refuses.
      const caseDueOn = caseClock(current, at)?.dueOn ?? officeDay(at);
      const parties = input.parties.map(({ departmentId, dueOn }) => ({ departmentId, dueOn }));
      return { type: "convene", at, parties, reason: input.reason, by, caseDueOn };
    },
    async (_, next) => (next.joint?.parties ?? []).slice(1).map((party) => opinionRequested(next, party)),
  );

/** A department's opinion, by its chief representative on duty (R123). @throws NotAParty, ChiefRepresentativeOnly, ReasonRequired */
export const giveJointOpinion = (
  context: Context,
  input: ChangeInput & { readonly agrees: boolean; readonly opinion: string },
) =>
  changeCase(context, "giveJointOpinion", input, async (current) => {
    const { departmentId } = context.caller.claims;
    const staffId = requireStaff(context.caller);
    if (!departmentId) throw new NotAParty(current);
    const { role, ...by } = await approverOnDuty(context, staffId, departmentId);
    const chief = role === "CHIEF_REPRESENTATIVE";
    const { agrees, opinion } = input;
    return { type: "giveOpinion", at: context.clock(), departmentId, agrees, opinion, by, chief };
  });

/** 审批监管人员 joins the session (R123). @throws NotYourCase, JointNotConvened */
export const superviseJointHandling = (context: Context, input: ChangeInput) =>
  changeCase(context, "superviseJointHandling", input, (current) => {
    const by: Actor = { staffId: requireOverseer(context.caller, current), actingForId: null };
    return { type: "superviseJoint", at: context.clock(), by };
  });

/** The joint cases that are not decided and to which the caller's department was called, the oldest first. @throws StaffOnly, PageTooLarge */
export async function jointCases({ db, caller }: Context, first: number): Promise<VisibleCase[]> {
  requireStaff(caller);
  checkPage(first);
  const { departmentId } = caller.claims;
  return departmentId ? visibleTo(caller, await findJointCases(db, departmentId, first)) : [];
}

/** What the log says to the department that was called. */
const opinionRequested = ({ id, outletId, joint }: Case, { departmentId, dueOn }: JointParty): NewEntry => ({
  stream: "JOINT",
  streamId: randomUUID(),
  version: 1,
  type: "OpinionRequested",
  at: new Date(joint?.at ?? 0),
  outletId,
  windowId: null,
  departmentId,
  statusBefore: null,
  statusAfter: "REQUESTED",
  confidential: true, // between those who work on the case
  data: { caseId: id, dueOn, by: joint?.by ?? null },
});
