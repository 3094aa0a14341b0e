import { isProvisional } from "./calendar.js";
import type { ClockInput } from "./clockInput.js";
import { type ClosingTimes, closesAtFive, closingOf } from "./closing.js";
import { type DayCount, everyDay, nthCounted, type StillDays, stillDays, workingDays } from "./countedDays.js";
import { officeDay } from "./instant.js";
import { type EndedPause, pausesUntil } from "./pause.js";
import type { PlainDate } from "./plainDate.js";
import { daysPromised, endOfPromise, wholeNumber } from "./promisedEnd.js";

/** A clock laid out on the calendar, before it is read. */
export interface ClockPlan {
  /** `now`, or the end of the case if that came first. */
  readonly asOf: Date;
  readonly acceptedOn: PlainDate;
  readonly closing: ClosingTimes;
  readonly pauses: readonly EndedPause[];
  readonly still: readonly StillDays[];
  /** How the promise counts its days. */
  readonly count: DayCount;
  /** How an extension, and what comes after the end, counts them. */
  readonly workingCount: DayCount;
  /** Days of the promise itself; hours are parts of a day. */
  readonly promisedDays: number;
  /** The last day of the promise itself. */
  readonly promisedOn: PlainDate;
  readonly promisedAt: Date;
  readonly extensionDays: number;
  readonly dueOn: PlainDate;
  readonly dueAt: Date;
  readonly provisional: boolean;
}

/** @throws InvalidClockInput, InvalidPause */
export function planClock(input: ClockInput): ClockPlan {
  const { acceptedAt, promised, extension, calendar, stoppedAt, now, closing = closesAtFive } = input;
  const asOf = stoppedAt && stoppedAt < now ? stoppedAt : now;
  const acceptedOn = officeDay(acceptedAt);
  const pauses = pausesUntil(asOf, input.pauses);
  const workingCount = workingDays(calendar);
  const laidOut = {
    asOf,
    acceptedOn,
    closing,
    pauses,
    still: stillDays(pauses, closing),
    count: promised.unit === "WORKING_DAY" ? workingCount : everyDay,
    workingCount,
    promisedDays: daysPromised(promised, acceptedOn),
  };
  const extensionDays = extension && extension.grantedAt <= asOf ? wholeNumber("extension", extension.workingDays) : 0;
  const { promisedOn, promisedAt } = endOfPromise(laidOut, input);
  const dueOn = nthCounted(promisedOn, extensionDays, workingCount, laidOut.still);
  const dueAt = extensionDays === 0 ? promisedAt : closingOf(dueOn, closing);
  return {
    ...laidOut,
    promisedOn,
    promisedAt,
    extensionDays,
    dueOn,
    dueAt,
    provisional: isProvisional(acceptedOn, dueOn, calendar),
  };
}
