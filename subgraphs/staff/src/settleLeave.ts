import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import type { Leave } from "./domain/leave.js";
import { changeLeave, type LeaveCommand } from "./domain/leaveCommand.js";
import { leaveEvent } from "./domain/leaveEvent.js";
import type { Tx } from "./store/db.js";
import { getLeave, requireVersion, saveLeave } from "./store/leaveStore.js";
import { findOutletIdsOfStaff } from "./store/postStore.js";

export interface LeaveInput {
  readonly clientMutationId: string;
  readonly leaveId: string;
  /** The version the client has seen; left out, the change applies to whatever is stored. */
  readonly version?: number | null;
}

const eventTypes = {
  approve: "LEAVE_APPROVED",
  refuse: "LEAVE_REFUSED",
  cancel: "LEAVE_CANCELLED",
  end: "LEAVE_ENDED",
} as const;

/**
 * Gives one command to one leave: load, decide, save.
 *
 * @param mutation  name of the mutation
 * @param decide  checks who may do it and what must hold, and says the command
 * @returns the leave's id
 * @throws LeaveNotFound, LeaveChangedMeanwhile, and what `decide` and `changeLeave` refuse
 */
export async function settleLeave<I extends LeaveInput>(
  context: Context,
  mutation: string,
  input: I,
  decide: (leave: Leave, tx: Tx, now: Date, outletIds: readonly string[]) => Promise<LeaveCommand>,
): Promise<string> {
  const { staffId, outletId } = await getLeave(context.db, input.leaveId);
  const held = await findOutletIdsOfStaff(context.db, staffId, officeDay(context.clock()));
  const outletIds = [...new Set([outletId, ...held])].sort();
  return changeDuty(context, { mutation, input, outletIds }, async (tx, now) => {
    const current = await getLeave(tx, input.leaveId);
    const command = await decide(current, tx, now, outletIds);
    requireVersion(current, input.version);
    const next = changeLeave(current, command);
    await saveLeave(tx, next);
    return { id: next.id, event: leaveEvent(eventTypes[command.type], next, now) };
  });
}
