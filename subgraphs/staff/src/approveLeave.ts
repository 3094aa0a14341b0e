import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { requireDailyManager } from "./domain/authority.js";
import { requireNoEmptyPost } from "./domain/leavePlan.js";
import { type LeaveInput, settleLeave } from "./settleLeave.js";
import { findRosters } from "./store/rosterStore.js";
import { getWorkplace } from "./store/staffMemberStore.js";

/**
 * Approves a leave; whoever backs the post takes over the minute it begins (R150).
 *
 * @returns the leave's id
 * @throws NotDailyManager, LeaveWouldEmptyPost (R151), LeaveTransitionNotAllowed, LeaveChangedMeanwhile, LeaveNotFound
 */
export const approveLeave = (context: Context, input: LeaveInput): Promise<string> =>
  settleLeave(context, "approveLeave", input, async (leave, tx, now, outletIds) => {
    const byId = requireDailyManager(context.caller, await getWorkplace(tx, leave.staffId, officeDay(now)));
    if (leave.status === "REQUESTED") {
      for (const roster of await findRosters(tx, outletIds, now))
        requireNoEmptyPost(roster, leave, now, context.calendar);
    }
    return { type: "approve", at: now, byId };
  });
