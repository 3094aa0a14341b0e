import type { ClockInput } from "./clockInput.js";
import { planClock } from "./clockPlan.js";
import { closingOf } from "./closing.js";
import { nthCounted } from "./countedDays.js";
import { afterHours } from "./elapsedHours.js";

const HOURS_PER_DAY = 24;

/**
 * When to warn that this share of the time is used up, if the clock runs on as it does now (R131: 0.8 and 1).
 *
 * Whole days only, rounded down, so that below 1 a day is always left to act on: of one promised day 0.8 warns as that
 * day begins, of five at the closing of the fourth. A warning must not fire while the clock is paused (I-K23); the
 * instant moves with the pause.
 *
 * @param share  from 0; from 1 on it is the due instant
 * @throws InvalidClockInput, InvalidPause
 */
export function warningAt(input: ClockInput, share: number): Date {
  const plan = planClock(input);
  if (share >= 1) return plan.dueAt;
  const { acceptedOn, closing, count, extensionDays, pauses, promisedDays, promisedOn, still, workingCount } = plan;
  const target = share * (promisedDays + extensionDays);
  if (target > promisedDays) {
    return closingOf(nthCounted(promisedOn, wholeDays(target - promisedDays), workingCount, still), closing);
  }
  if (input.promised.unit === "HOUR") return afterHours(input.acceptedAt, target * HOURS_PER_DAY, pauses);
  const closed = closingOf(nthCounted(acceptedOn, wholeDays(target), count, still), closing);
  if (closed < input.acceptedAt) return input.acceptedAt;
  return closed;
}

/** 0.57 × 100 is 56.99999999999999, and meant to be 57. */
function wholeDays(days: number): number {
  return Math.floor(days + 1e-9);
}
