import type { Bilingual } from "@yimen/kernel/errors";
import { isWorkingDay } from "@yimen/workdays/calendar";
import { instantOf, officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { addDays, type PlainDate } from "@yimen/workdays/plainDate";
import { addWorkingDays, nextWorkingDayFrom } from "@yimen/workdays/workingDays";

/** When the afternoon before begins. */
export const EVE_BEGINS = "16:48";

/** The day that is played, and the working day before it. */
export interface Days {
  readonly eve: PlainDate;
  readonly day: PlainDate;
}

/**
 * The first working day whose eve still lies ahead, so that the clock only ever goes forward.
 *
 * @param now  what the office's clock shows
 */
export function nextDays(now: Date): Days {
  const today = officeDay(now);
  const isOver = now >= instantOf(today, EVE_BEGINS);
  const eve = nextWorkingDayFrom(isOver ? addDays(today, 1) : today, officialCalendar);
  return { eve, day: addWorkingDays(eve, 1, officialCalendar) };
}

/** That day and the working day before it. @returns why it cannot be, when it is no working day */
export function daysBefore(day: PlainDate): Days | Bilingual {
  if (!isWorkingDay(day, officialCalendar)) {
    return { zh: `${day} 不是工作日，请另选一天。`, en: `${day} is no working day: choose another one.` };
  }
  let eve = addDays(day, -1);
  while (!isWorkingDay(eve, officialCalendar)) eve = addDays(eve, -1);
  return { eve, day };
}
