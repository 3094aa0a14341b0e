import type { Context } from "./context.js";
import { requireOwnLeave } from "./domain/authority.js";
import { type LeaveInput, settleLeave } from "./settleLeave.js";

/**
 * Takes back the caller's leave before it begins.
 *
 * @returns the leave's id
 * @throws NotOwnLeave, LeaveHasBegun, LeaveTransitionNotAllowed, LeaveChangedMeanwhile, LeaveNotFound
 */
export const cancelLeave = (context: Context, input: LeaveInput): Promise<string> =>
  settleLeave(context, "cancelLeave", input, async (leave, _, now) => {
    requireOwnLeave(context.caller, leave.staffId);
    return { type: "cancel", at: now };
  });
