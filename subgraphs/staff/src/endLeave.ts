import type { Context } from "./context.js";
import { requireOwnLeave } from "./domain/authority.js";
import { type LeaveInput, settleLeave } from "./settleLeave.js";

/**
 * 销假: the caller is back (R153). Still signed in from the morning, the caller holds the post again at once.
 *
 * @returns the leave's id
 * @throws NotOwnLeave, LeaveHasNotBegun, LeaveTransitionNotAllowed, LeaveChangedMeanwhile, LeaveNotFound
 */
export const endLeave = (context: Context, input: LeaveInput): Promise<string> =>
  settleLeave(context, "endLeave", input, async (leave, _, now) => {
    requireOwnLeave(context.caller, leave.staffId);
    return { type: "end", at: now };
  });
