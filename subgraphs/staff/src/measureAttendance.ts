import type { Calendar } from "@yimen/workdays/calendar";
import { instantOfMinute } from "@yimen/workdays/instant";
import { laterDay, parsePlainDate } from "@yimen/workdays/plainDate";
import { type AttendanceCount, countAttendance } from "./domain/attendanceCount.js";
import type { Period } from "./domain/period.js";
import type { Station } from "./domain/station.js";
import { findAttendances } from "./store/attendanceStore.js";
import type { Tx } from "./store/db.js";
import { findAbsences } from "./store/leaveStore.js";
import { getOutlet } from "./store/outletStore.js";
import { findFirstAttendanceDay } from "./store/placementStore.js";

/** Late, early and absent days of a period, from when the person was there and sign-ins were kept (R152, R154). */
export async function measureAttendance(
  tx: Tx,
  staffId: string,
  station: Station,
  period: Period,
  calendar: Calendar,
): Promise<AttendanceCount> {
  const kept = await findFirstAttendanceDay(tx, station.outletId);
  if (kept === null) return { late: 0, leftEarly: 0, absent: 0 };
  const from = [station.from, kept].map(parsePlainDate).reduce(laterDay, period.from);
  const since = instantOfMinute(from, 0);
  const facts = {
    hours: (await getOutlet(tx, station.outletId)).hours,
    attendances: await findAttendances(tx, [staffId], since),
    leaves: await findAbsences(tx, [staffId], since),
  };
  return countAttendance(facts, from, period.to, calendar);
}
