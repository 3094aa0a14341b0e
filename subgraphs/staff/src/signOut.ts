import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { NotSignedIn } from "./domain/attendance.js";
import { signedOutEvent } from "./domain/attendanceEvent.js";
import { requireOwnWorkplace } from "./domain/authority.js";
import type { SignInput } from "./signIn.js";
import { closeAttendance, findOpenAttendance } from "./store/attendanceStore.js";

/**
 * Signs the caller out at the own outlet (R152); during opening hours B takes over at once (R150).
 *
 * @returns the id of whoever signed out
 * @throws NotOwnWorkplace, NotSignedIn
 */
export async function signOut(context: Context, input: SignInput): Promise<string> {
  const { outletId } = input;
  const staffId = requireOwnWorkplace(context.caller, outletId);
  return changeDuty(context, { mutation: "signOut", input, outletIds: [outletId] }, async (tx, now) => {
    const attendance = await findOpenAttendance(tx, staffId, now);
    if (!attendance) throw new NotSignedIn(staffId);
    await closeAttendance(tx, attendance.id, now);
    return { id: staffId, event: signedOutEvent(attendance, now) };
  });
}
