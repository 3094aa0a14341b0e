import type { Calendar } from "./calendar.js";
import { instantOfMinute, officeDay, officeMinute } from "./instant.js";
import type { OpeningHours } from "./openingHours.js";
import { openSpans } from "./openSlots.js";
import { addDays } from "./plainDate.js";

/** Longer than any holiday or closure for rebuilding; beyond it "closed for good" and "open for ever" are the answer. */
const HORIZON_DAYS = 400;

export function isOpen(hours: OpeningHours, at: Date, calendar: Calendar): boolean {
  const minute = officeMinute(at);
  return openSpans(hours, officeDay(at), calendar).some(({ from, to }) => from <= minute && minute < to);
}

/**
 * When the doors open next after `at`: during opening hours the next opening after this one.
 *
 * @returns `null` when they do not within 400 days, as with a terminal that never closes
 */
export function opensNext(hours: OpeningHours, at: Date, calendar: Calendar): Date | null {
  return changesNext(hours, at, calendar, "from");
}

/**
 * When the present opening ends; over midnight and touching slots it is one opening.
 *
 * @returns `null` when it is closed at `at`, or does not close within 400 days
 */
export function closesAt(hours: OpeningHours, at: Date, calendar: Calendar): Date | null {
  return isOpen(hours, at, calendar) ? changesNext(hours, at, calendar, "to") : null;
}

function changesNext(hours: OpeningHours, at: Date, calendar: Calendar, edge: "from" | "to"): Date | null {
  const today = officeDay(at);
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = addDays(today, ahead);
    for (const span of openSpans(hours, day, calendar)) {
      const instant = instantOfMinute(day, span[edge]);
      if (instant > at && changesAt(hours, instant, calendar)) return instant;
    }
  }
  return null;
}

/** At midnight an opening may go on: then nothing changes there. */
function changesAt(hours: OpeningHours, instant: Date, calendar: Calendar): boolean {
  const justBefore = new Date(instant.getTime() - 1);
  return isOpen(hours, justBefore, calendar) !== isOpen(hours, instant, calendar);
}
