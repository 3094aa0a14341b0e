import { type Calendar, isProvisional } from "./calendar.js";
import type { PlainDate } from "./plainDate.js";
import { addWorkingDays } from "./workingDays.js";

/** A last day, and whether a calendar not yet published may still move it. */
export interface DueDate {
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
}

/**
 * The last of `workingDays` working days after `from`. The first day does not count.
 * For a case with pauses or an extension use `promiseClock`.
 *
 * @example dueDate(day("2026-09-30"), 3, officialCalendar) // 2026-10-10, a Saturday made a working day
 */
export function dueDate(from: PlainDate, workingDays: number, calendar: Calendar): DueDate {
  const dueOn = addWorkingDays(from, workingDays, calendar);
  return { dueOn, provisional: isProvisional(from, dueOn, calendar) };
}
