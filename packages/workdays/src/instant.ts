import { type ClockTime, minuteOf } from "./clockTime.js";
import { dayNumber, dayOfNumber, type PlainDate } from "./plainDate.js";

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;
// Asia/Shanghai has been UTC+8 without summer time since 1992, so no time-zone database is needed.
const OFFICE_OFFSET_MINUTES = 480;

/** The day it is in Asia/Shanghai at that instant. */
export function officeDay(at: Date): PlainDate {
  return dayOfNumber(Math.floor(minutesSinceEpoch(at) / MINUTES_PER_DAY));
}

/** Whole minutes since 00:00 in Asia/Shanghai, from 0 to 1439. */
export function officeMinute(at: Date): number {
  const minutes = Math.floor(minutesSinceEpoch(at));
  return ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/** The instant at which clocks in Asia/Shanghai show that time on that day; "24:00" is the next midnight. */
export function instantOf(day: PlainDate, time: ClockTime): Date {
  return instantOfMinute(day, minuteOf(time));
}

/** As `instantOf`, for minutes since 00:00. */
export function instantOfMinute(day: PlainDate, minute: number): Date {
  return new Date((dayNumber(day) * MINUTES_PER_DAY + minute - OFFICE_OFFSET_MINUTES) * MS_PER_MINUTE);
}

function minutesSinceEpoch(at: Date): number {
  return at.getTime() / MS_PER_MINUTE + OFFICE_OFFSET_MINUTES;
}
