import { isWorkingDay } from "./calendar.js";
import type { ClockInput } from "./clockInput.js";
import type { ClockPlan } from "./clockPlan.js";
import { closingOf, dayToClose } from "./closing.js";
import { nthCounted } from "./countedDays.js";
import { afterHours } from "./elapsedHours.js";
import { officeDay } from "./instant.js";
import { addDays, addMonths, daysBetween, laterDay, type PlainDate } from "./plainDate.js";
import type { TimeLimit } from "./timeLimit.js";

const HOURS_PER_DAY = 24;

export class InvalidClockInput extends RangeError {
  readonly code = "INVALID_CLOCK_INPUT";

  constructor(what: string, value: number) {
    super(`${what}应为非负整数。 ${what} must be a whole number ≥ 0, got ${value}.`);
    this.name = new.target.name;
  }
}

type LaidOut = Pick<
  ClockPlan,
  "acceptedOn" | "closing" | "pauses" | "still" | "count" | "workingCount" | "promisedDays"
>;

/** The last day and instant of the promise itself, before any extension. */
export function endOfPromise(plan: LaidOut, input: ClockInput): Pick<ClockPlan, "promisedOn" | "promisedAt"> {
  const { acceptedOn, closing, pauses, still, count, workingCount, promisedDays } = plan;
  const { acceptedAt, promised, calendar } = input;
  const hoursEnd =
    promised.unit === "HOUR" && promised.value > 0 ? afterHours(acceptedAt, promised.value, pauses) : null;
  if (hoursEnd && isWorkingDay(acceptedOn, calendar) && hoursEnd < closingOf(acceptedOn, closing)) {
    return { promisedOn: acceptedOn, promisedAt: hoursEnd };
  }
  const ended = hoursEnd ? officeDay(hoursEnd) : nthCounted(acceptedOn, promisedDays, count, still);
  // A weekend, a paused day or the evening of acceptance is no end: the next day that closes with the clock running is.
  const closesNext = dayToClose(hoursEnd ?? acceptedAt, closing);
  const promisedOn = nthCounted(addDays(laterDay(ended, closesNext), -1), 1, workingCount, still);
  return { promisedOn, promisedAt: closingOf(promisedOn, closing) };
}

/** @throws InvalidClockInput */
export function daysPromised({ unit, value }: TimeLimit, acceptedOn: PlainDate): number {
  wholeNumber("promised", value);
  switch (unit) {
    case "WORKING_DAY":
    case "CALENDAR_DAY":
      return value;
    case "HOUR":
      return value / HOURS_PER_DAY;
    case "MONTH":
      return daysBetween(acceptedOn, addMonths(acceptedOn, value));
  }
}

/** @throws InvalidClockInput */
export function wholeNumber(what: string, value: number): number {
  if (!Number.isInteger(value) || value < 0) throw new InvalidClockInput(what, value);
  return value;
}
