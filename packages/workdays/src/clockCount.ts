import type { ClockInput } from "./clockInput.js";
import type { ClockPlan } from "./clockPlan.js";
import { dayToClose } from "./closing.js";
import { countedBetween } from "./countedDays.js";
import { hoursRun } from "./elapsedHours.js";
import { addDays } from "./plainDate.js";

const HOURS_PER_DAY = 24;

/** Days that have counted by `plan.asOf`. After the last day of the promise it is working days, whatever its unit. */
export function countedDays(plan: ClockPlan, { acceptedAt, promised }: ClockInput): number {
  const { acceptedOn, asOf, promisedDays, promisedOn, pauses, still, count, workingCount } = plan;
  const lastClosed = addDays(dayToClose(asOf, plan.closing), -1);
  const ofPromise =
    promised.unit === "HOUR"
      ? hoursRun(acceptedAt, asOf, pauses) / HOURS_PER_DAY
      : countedBetween(acceptedOn, lastClosed, count, still);
  return Math.min(ofPromise, promisedDays) + countedBetween(promisedOn, lastClosed, workingCount, still);
}
