import type { Calendar } from "./calendar.js";
import { addDays, addMonths, daysFromTo, type PlainDate, parsePlainDate } from "./plainDate.js";
import { addWorkingDays, nextWorkingDayFrom } from "./workingDays.js";

export type TimeUnit = "WORKING_DAY" | "CALENDAR_DAY" | "HOUR" | "MONTH";

/** 法定/承诺办结时限: the unit is a data element of its own (GB/T 39046), so it must be minded when comparing. */
export interface TimeLimit {
  /** A whole number ≥ 0; zero means at once, before the office closes. */
  readonly value: number;
  readonly unit: TimeUnit;
  /** 时限说明, as published. */
  readonly note?: string | null;
}

const HOURS_PER_DAY = 24;

/**
 * The last day of a limit that runs without a pause. The first day does not count; an end that is not a working day
 * moves to the next one. Hours are taken as begun days, hence never too short.
 *
 * @see 民法典 第二百零一条至第二百零三条
 */
export function limitEnd(limit: TimeLimit, from: PlainDate, calendar: Calendar): PlainDate {
  switch (limit.unit) {
    case "WORKING_DAY":
      return nextWorkingDayFrom(addWorkingDays(from, limit.value, calendar), calendar);
    case "CALENDAR_DAY":
      return nextWorkingDayFrom(addDays(from, limit.value), calendar);
    case "HOUR":
      return nextWorkingDayFrom(addDays(from, Math.ceil(limit.value / HOURS_PER_DAY)), calendar);
    case "MONTH":
      return nextWorkingDayFrom(addMonths(from, limit.value), calendar);
  }
}

/**
 * Whether `promised` can never end after `statutory` (R036, I-C1). Limits of one unit compare by value; others by
 * their last days for an acceptance on each single day of the published years. What cannot be shown counts as no.
 */
export function isWithin(promised: TimeLimit, statutory: TimeLimit, calendar: Calendar): boolean {
  if (promised.unit === statutory.unit) return promised.value <= statutory.value;
  const ceiling = atLeast(statutory);
  const days = publishedDays(calendar);
  return days.length > 0 && days.every((day) => limitEnd(promised, day, calendar) <= limitEnd(ceiling, day, calendar));
}

/** A limit no longer than this one: hours as whole days, since `limitEnd` would round them up. */
function atLeast(limit: TimeLimit): TimeLimit {
  if (limit.unit !== "HOUR") return limit;
  return { value: Math.floor(limit.value / HOURS_PER_DAY), unit: "CALENDAR_DAY" };
}

function publishedDays(calendar: Calendar): PlainDate[] {
  return [...calendar.publishedYears].flatMap((year) =>
    daysFromTo(parsePlainDate(`${year}-01-01`), parsePlainDate(`${year}-12-31`)),
  );
}
