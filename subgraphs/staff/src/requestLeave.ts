import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { NotOwnWorkplace, requireOwnLeave } from "./domain/authority.js";
import type { Leave } from "./domain/leave.js";
import { requireRequestable } from "./domain/leaveCommand.js";
import { leaveEvent } from "./domain/leaveEvent.js";
import { insertLeave } from "./store/leaveStore.js";
import { findOutletIdsOfStaff } from "./store/postStore.js";

export interface RequestLeaveInput {
  readonly clientMutationId: string;
  readonly from: Date;
  readonly until: Date;
  readonly reason: string;
}

/**
 * Asks for leave for the caller (R153). Nothing changes in who covers the post until it is approved.
 *
 * @returns the leave's id
 * @throws NotOwnLeave, NotOwnWorkplace, LeavePeriodInvalid, LeaveReasonRequired
 */
export async function requestLeave(context: Context, input: RequestLeaveInput): Promise<string> {
  const staffId = requireOwnLeave(context.caller, context.caller.claims.staffId);
  const [outletId] = await findOutletIdsOfStaff(context.db, staffId, officeDay(context.clock()));
  if (!outletId) throw new NotOwnWorkplace(context.caller.claims.outletId ?? "");
  return changeDuty(context, { mutation: "requestLeave", input, outletIds: [outletId] }, async (tx, now) => {
    const leave: Leave = requireRequestable({
      id: randomUUID(),
      staffId,
      outletId,
      status: "REQUESTED",
      from: input.from,
      until: input.until,
      reason: input.reason,
      requestedAt: now,
      decidedAt: null,
      decidedById: null,
      decisionNote: null,
      endedAt: null,
      version: 1,
    });
    await insertLeave(tx, leave);
    return { id: leave.id, event: leaveEvent("LEAVE_REQUESTED", leave, now) };
  });
}
