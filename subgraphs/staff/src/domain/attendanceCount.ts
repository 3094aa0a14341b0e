import type { Calendar } from "@yimen/workdays/calendar";
import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import type { OpeningHours } from "@yimen/workdays/openingHours";
import { openSpans } from "@yimen/workdays/openSlots";
import { daysFromTo, type PlainDate } from "@yimen/workdays/plainDate";
import type { Attendance } from "./attendance.js";
import { absentFrom, isAway, type Leave } from "./leave.js";

/** Days in a period on which somebody came late, left early, or was absent without leave (R152, R154). */
export interface AttendanceCount {
  readonly late: number;
  readonly leftEarly: number;
  readonly absent: number;
}

/** One person's sign-ins and leaves, and the hours of the outlet they are held against. */
export interface AttendanceFacts {
  readonly hours: OpeningHours;
  readonly attendances: readonly Attendance[];
  /** Approved and ended ones: what they cover is excused. */
  readonly leaves: readonly Leave[];
}

/**
 * Counts opening days from `from` to `to`, both included. A day is expected from its first to its last opening minute
 * that no leave covers. Whoever forgets to sign out has not left early.
 */
export function countAttendance(
  facts: AttendanceFacts,
  from: PlainDate,
  to: PlainDate,
  calendar: Calendar,
): AttendanceCount {
  const days = daysFromTo(from, to).map((day) => countDay(facts, day, calendar));
  const count = (key: keyof AttendanceCount) => days.reduce((sum, day) => sum + day[key], 0);
  return { late: count("late"), leftEarly: count("leftEarly"), absent: count("absent") };
}

function countDay(facts: AttendanceFacts, day: PlainDate, calendar: Calendar): AttendanceCount {
  const expected = expectedOn(facts, day, calendar);
  if (!expected) return { late: 0, leftEarly: 0, absent: 0 };
  const here = facts.attendances.filter(({ signedInAt }) => officeDay(signedInAt) === day);
  if (here.length === 0) return { late: 0, leftEarly: 0, absent: 1 };
  const first = Math.min(...here.map(({ signedInAt }) => signedInAt.getTime()));
  const last = Math.max(...here.map(({ signedOutAt }) => signedOutAt?.getTime() ?? Infinity));
  return { late: Number(first > expected.from), leftEarly: Number(last < expected.to), absent: 0 };
}

/** The first and last instant of that day's opening hours at which no leave excuses; `null` when there is none. */
function expectedOn({ hours, leaves }: AttendanceFacts, day: PlainDate, calendar: Calendar) {
  const spans = openSpans(hours, day, calendar).map(({ from, to }) => ({
    from: instantOfMinute(day, from),
    to: instantOfMinute(day, to),
  }));
  const expects = (at: Date) => !leaves.some((leave) => isAway(leave, at));
  const justBefore = (at: Date) => new Date(at.getTime() - 1);
  const starts = spans.flatMap(({ from, to }) =>
    [from, ...leaves.flatMap(({ endedAt }) => (endedAt && endedAt > from && endedAt < to ? [endedAt] : []))].filter(
      expects,
    ),
  );
  const ends = spans.flatMap(({ from, to }) =>
    [to, ...leaves.map(absentFrom).filter((away) => away > from && away < to)].filter((at) => expects(justBefore(at))),
  );
  if (starts.length === 0 || ends.length === 0) return null;
  const times = (dates: readonly Date[]) => dates.map((date) => date.getTime());
  return { from: Math.min(...times(starts)), to: Math.max(...times(ends)) };
}
