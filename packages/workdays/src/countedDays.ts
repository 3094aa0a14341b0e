import type { Calendar } from "./calendar.js";
import { type ClosingTimes, dayToClose } from "./closing.js";
import type { EndedPause } from "./pause.js";
import { addDays, daysBetween, type PlainDate } from "./plainDate.js";
import { addWorkingDays, workingDaysBetween } from "./workingDays.js";

/** Days at whose closing the clock stood still: `from` included, `to` not. */
export interface StillDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** How days are counted: by the calendar's working days, or each one. */
export interface DayCount {
  /** The n-th such day after `from`. */
  readonly add: (from: PlainDate, days: number) => PlainDate;
  /** How many such days lie after `from`, up to and including `to`. */
  readonly between: (from: PlainDate, to: PlainDate) => number;
}

export const everyDay: DayCount = { add: addDays, between: daysBetween };

export function workingDays(calendar: Calendar): DayCount {
  return {
    add: (from, days) => addWorkingDays(from, days, calendar),
    between: (from, to) => workingDaysBetween(from, to, calendar),
  };
}

/** The days at whose closing one of these pauses lasted; in order and disjoint, as the pauses are. */
export function stillDays(pauses: readonly EndedPause[], closing: ClosingTimes): StillDays[] {
  return pauses
    .map(({ from, to }) => ({ from: dayToClose(from, closing), to: dayToClose(to, closing) }))
    .filter(({ from, to }) => from < to);
}

export function isStill(day: PlainDate, still: readonly StillDays[]): boolean {
  return still.some(({ from, to }) => from <= day && day < to);
}

/** How many days count after `from`, up to and including `to`. */
export function countedBetween(from: PlainDate, to: PlainDate, count: DayCount, still: readonly StillDays[]): number {
  if (to <= from) return 0;
  let counted = count.between(from, to);
  for (const stretch of still) {
    const first = stretch.from > from ? addDays(stretch.from, -1) : from;
    const last = stretch.to > to ? to : addDays(stretch.to, -1);
    if (first < last) counted -= count.between(first, last);
  }
  return counted;
}

/** The n-th day after `from` that counts; `from` itself when n is zero. */
export function nthCounted(from: PlainDate, n: number, count: DayCount, still: readonly StillDays[]): PlainDate {
  let reached = from;
  let missing = n;
  for (const stretch of still) {
    if (missing === 0 || stretch.to <= addDays(reached, 1)) continue;
    const lastBefore = stretch.from > reached ? addDays(stretch.from, -1) : reached;
    const available = count.between(reached, lastBefore);
    if (available >= missing) break;
    missing -= available;
    reached = addDays(stretch.to, -1);
  }
  return missing === 0 ? reached : count.add(reached, missing);
}
