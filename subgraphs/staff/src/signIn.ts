import { randomUUID } from "node:crypto";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { AlreadySignedIn } from "./domain/attendance.js";
import { signedInEvent } from "./domain/attendanceEvent.js";
import { requireOwnWorkplace } from "./domain/authority.js";
import { isAway } from "./domain/leave.js";
import { LeaveNotEnded } from "./domain/leaveRefusals.js";
import { findOpenAttendance, insertAttendances } from "./store/attendanceStore.js";
import { findAbsences } from "./store/leaveStore.js";

export interface SignInput {
  readonly clientMutationId: string;
  readonly outletId: string;
}

/**
 * Signs the caller in at the own outlet (R152).
 *
 * @returns the id of whoever signed in
 * @throws NotOwnWorkplace, AlreadySignedIn, LeaveNotEnded
 */
export async function signIn(context: Context, input: SignInput): Promise<string> {
  const { outletId } = input;
  const staffId = requireOwnWorkplace(context.caller, outletId);
  return changeDuty(context, { mutation: "signIn", input, outletIds: [outletId] }, async (tx, now) => {
    if (await findOpenAttendance(tx, staffId, now)) throw new AlreadySignedIn(staffId);
    const leave = (await findAbsences(tx, [staffId], now)).find((each) => isAway(each, now));
    if (leave) throw new LeaveNotEnded(leave);
    const attendance = { id: randomUUID(), staffId, outletId, signedInAt: now, signedOutAt: null };
    await insertAttendances(tx, [attendance]);
    return { id: staffId, event: signedInEvent(attendance) };
  });
}
