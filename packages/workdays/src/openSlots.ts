import { type Calendar, dayKind } from "./calendar.js";
import { type ClockTime, minuteOf, timeOfMinute } from "./clockTime.js";
import type { OpeningHours, Slot, Week } from "./openingHours.js";
import { type PlainDate, type Weekday, weekday } from "./plainDate.js";

/** Minutes since 00:00 of an office day, `from` included, `to` not. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

const SATURDAY = 6;
const FRIDAY = 5;
const MONDAY = 1;

/** The slots of that day in order; none when it is closed. */
export function slotsOn(hours: OpeningHours, day: PlainDate, calendar: Calendar): readonly Slot[] {
  const exception = hours.exceptions?.find(({ from, to }) => from <= day && day <= to);
  if (exception) return exception.slots;
  const served = weekdayServed(hours, day, calendar);
  return served === null ? [] : (weekOf(hours, day)[served] ?? []);
}

/** The opening minutes of that day: its slots, with those that touch made one. */
export function openSpans(hours: OpeningHours, day: PlainDate, calendar: Calendar): MinuteSpan[] {
  const spans: MinuteSpan[] = [];
  for (const slot of slotsOn(hours, day, calendar)) {
    const before = spans.at(-1);
    const from = minuteOf(slot.from);
    const touches = before?.to === from;
    if (touches) spans.pop();
    spans.push({ from: touches ? before.from : from, to: minuteOf(slot.to) });
  }
  return spans;
}

/** How many minutes of that day the doors are open, extended slots included. */
export function minutesOpen(hours: OpeningHours, day: PlainDate, calendar: Calendar): number {
  return openSpans(hours, day, calendar).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The end of that day's regular hours, extended slots left out; `null` when there are none. This is when periods end. */
export function closingTime(hours: OpeningHours, day: PlainDate, calendar: Calendar): ClockTime | null {
  const regular = slotsOn(hours, day, calendar).filter(({ extended }) => !extended);
  return regular.length === 0 ? null : timeOfMinute(Math.max(...regular.map(({ to }) => minuteOf(to))));
}

/** Whose slots a day has: its own, another weekday's, or nobody's. */
function weekdayServed(hours: OpeningHours, day: PlainDate, calendar: Calendar): Weekday | null {
  const own = weekday(day);
  if (!hours.followsHolidays) return own;
  switch (dayKind(day, calendar)) {
    case "HOLIDAY":
      return null;
    case "ADJUSTED_WORKING_DAY":
      return own === SATURDAY ? FRIDAY : MONDAY;
    case "WORKING_DAY":
    case "WEEKEND":
      return own;
  }
}

function weekOf(hours: OpeningHours, day: PlainDate): Week {
  const monthDay = day.slice("YYYY-".length);
  const season = hours.seasons?.find(({ from, to }) =>
    from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to,
  );
  return season?.week ?? hours.week;
}
