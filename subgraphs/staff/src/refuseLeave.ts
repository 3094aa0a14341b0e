import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { requireDailyManager } from "./domain/authority.js";
import { type LeaveInput, settleLeave } from "./settleLeave.js";
import { getWorkplace } from "./store/staffMemberStore.js";

export interface RefuseLeaveInput extends LeaveInput {
  readonly reason: string;
}

/**
 * Refuses a leave, with the reason.
 *
 * @returns the leave's id
 * @throws NotDailyManager, LeaveReasonRequired, LeaveTransitionNotAllowed, LeaveChangedMeanwhile, LeaveNotFound
 */
export const refuseLeave = (context: Context, input: RefuseLeaveInput): Promise<string> =>
  settleLeave(context, "refuseLeave", input, async (leave, tx, now) => {
    const byId = requireDailyManager(context.caller, await getWorkplace(tx, leave.staffId, officeDay(now)));
    return { type: "refuse", at: now, byId, reason: input.reason };
  });
