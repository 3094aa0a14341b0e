import type { Calendar } from "./calendar.js";
import type { ClockTime } from "./clockTime.js";
import { instantOf, officeDay } from "./instant.js";
import type { OpeningHours } from "./openingHours.js";
import { closingTime } from "./openSlots.js";
import { addDays, type PlainDate } from "./plainDate.js";

/** When each day ends for the office. Asked for every day, also for those on which it is closed. */
export type ClosingTimes = (day: PlainDate) => ClockTime;

export const closesAtFive: ClosingTimes = () => "17:00";

/** An outlet's own closing times; 17:00 on days it is not open. */
export function closingTimes(hours: OpeningHours, calendar: Calendar): ClosingTimes {
  return (day) => closingTime(hours, day, calendar) ?? closesAtFive(day);
}

/** The instant at which that day ends for the office. */
export function closingOf(day: PlainDate, closing: ClosingTimes): Date {
  return instantOf(day, closing(day));
}

/** The day whose closing comes next: today, or tomorrow once today's closing has come. */
export function dayToClose(at: Date, closing: ClosingTimes): PlainDate {
  const today = officeDay(at);
  return at >= closingOf(today, closing) ? addDays(today, 1) : today;
}
