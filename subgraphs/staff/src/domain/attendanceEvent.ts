import type { Attendance } from "./attendance.js";
import { outletAlone, type StaffEvent } from "./staffEvent.js";

/** What the log tells of a sign-in. */
export const signedInEvent = (attendance: Attendance): StaffEvent =>
  attendanceEvent("SIGNED_IN", attendance, attendance.signedInAt);

/** What the log tells of a sign-out. */
export const signedOutEvent = (attendance: Attendance, at: Date): StaffEvent =>
  attendanceEvent("SIGNED_OUT", attendance, at);

const attendanceEvent = (
  type: "SIGNED_IN" | "SIGNED_OUT",
  { id, staffId, outletId }: Attendance,
  at: Date,
): StaffEvent => ({
  ...outletAlone,
  type,
  at,
  outletId,
  staffId,
  data: { attendanceId: id },
  onceKey: `${type}:${id}`,
});
