import { type Calendar, departuresBefore } from "./calendar.js";
import { addDays, dayNumber, dayOfNumber, type PlainDate } from "./plainDate.js";

/**
 * The n-th working day after `from`; `from` itself does not count, whether or not it is a working day.
 * Zero days after a day is that day.
 *
 * @param days  ≥ 0
 * @see 行政许可法 第八十二条 (periods are in working days)
 * @example addWorkingDays(day("2026-02-13"), 5, officialCalendar) // 2026-02-27, across Spring Festival
 */
export function addWorkingDays(from: PlainDate, days: number, calendar: Calendar): PlainDate {
  if (!Number.isInteger(days) || days < 0)
    throw new RangeError(`Working days must be a whole number ≥ 0, got ${days}.`);
  if (days === 0) return from;
  const start = dayNumber(from) + 1;
  return dayOfNumber(nthWorkingDay(workingDaysBefore(start, calendar) + days, calendar));
}

/** How many working days lie after `from`, up to and including `to`; the same negated when `to` lies before `from`. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  return workingDaysBefore(dayNumber(to) + 1, calendar) - workingDaysBefore(dayNumber(from) + 1, calendar);
}

/** How many working days the period has, both its ends included. */
export function countWorkingDays(from: PlainDate, to: PlainDate, calendar: Calendar): number {
  return to < from ? 0 : workingDaysBetween(addDays(from, -1), to, calendar);
}

/** The day itself if it is a working day, otherwise the next one that is. */
export function nextWorkingDayFrom(day: PlainDate, calendar: Calendar): PlainDate {
  return addWorkingDays(addDays(day, -1), 1, calendar);
}

/** How many working days lie before the day with that number, counted from a fixed day in the past. */
function workingDaysBefore(number: number, calendar: Calendar): number {
  return mondaysToFridaysBefore(number) + (calendar.corrections[departuresBefore(number, calendar)] ?? 0);
}

/** Day −3 was a Monday, so `number + 3` counts whole weeks. */
function mondaysToFridaysBefore(number: number): number {
  const weeks = Math.floor((number + 3) / 7);
  return weeks * 5 + Math.min(5, number + 3 - weeks * 7);
}

/** The day with exactly `rank − 1` working days before it that is one itself: `workingDaysBefore` inverted by bisection. */
function nthWorkingDay(rank: number, calendar: Calendar): number {
  const guess = Math.floor((rank * 7) / 5) - 3;
  // Departures move the answer by at most one day each, weekends included by at most seven fifths.
  const reach = 7 + 2 * calendar.departures.length;
  let low = guess - reach;
  let high = guess + reach;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (workingDaysBefore(middle + 1, calendar) >= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
