import { randomUUID } from "node:crypto";
import type { Clock } from "@yimen/kernel/clock";
import type { Calendar } from "@yimen/workdays/calendar";
import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import { openSpans } from "@yimen/workdays/openSlots";
import { type Attendance, coversInstant } from "./domain/attendance.js";
import { signedInEvent } from "./domain/attendanceEvent.js";
import { isAway } from "./domain/leave.js";
import { holderOf } from "./domain/presence.js";
import type { Roster } from "./domain/roster.js";
import { recordDuty } from "./recordDuty.js";
import { insertAttendances } from "./store/attendanceStore.js";
import type { Db } from "./store/db.js";
import { lockDuty } from "./store/dutySpellStore.js";
import { findStaffedOutletIds } from "./store/postStore.js";
import { findRosters } from "./store/rosterStore.js";
import { append } from "./store/staffLog.js";

const LONG = { timeout: 60_000 }; // ms: one transaction for a whole district
const EARLY = 10 * 60_000; // ms before the doors open

/**
 * 示例: signs in whoever holds a post and is not on leave, ten minutes before their outlet opens, or now where that
 * has passed or lies ahead. For demonstrations, whose synthetic people cannot do it themselves; outlets that do not
 * open today are left alone. Doing it again changes nothing.
 */
export async function signEverybodyIn(db: Db, clock: Clock, calendar: Calendar): Promise<void> {
  const outletIds = await findStaffedOutletIds(db);
  await db.$transaction(async (tx) => {
    await lockDuty(tx, outletIds);
    const now = clock();
    const attendances = (await findRosters(tx, outletIds, now)).flatMap((roster) => arrivals(roster, now, calendar));
    await insertAttendances(tx, attendances);
    await append(tx, [...attendances.map(signedInEvent), ...(await recordDuty(tx, outletIds, now, calendar))]);
  }, LONG);
}

function arrivals(roster: Roster, now: Date, calendar: Calendar): Attendance[] {
  const signedInAt = arrivalAt(roster, now, calendar);
  if (!signedInAt) return [];
  const { outletId } = roster;
  return [...absentHolders(roster, now)].map((staffId) => {
    return { id: randomUUID(), staffId, outletId, signedInAt, signedOutAt: null };
  });
}

function arrivalAt({ hours }: Roster, now: Date, calendar: Calendar): Date | null {
  const today = officeDay(now);
  const opening = openSpans(hours, today, calendar)[0];
  if (!opening) return null;
  const early = new Date(instantOfMinute(today, opening.from).getTime() - EARLY);
  return early < now ? early : now;
}

function absentHolders(roster: Roster, now: Date): Set<string> {
  const holders = [...roster.posts.keys()].flatMap((postId) => holderOf(roster, postId, now) ?? []);
  const isHere = (staffId: string) => roster.attendances.get(staffId)?.some((each) => coversInstant(each, now));
  const isOnLeave = (staffId: string) => roster.leaves.get(staffId)?.some((each) => isAway(each, now));
  return new Set(holders.filter((staffId) => !isHere(staffId) && !isOnLeave(staffId)));
}
