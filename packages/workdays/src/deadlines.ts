import type { Calendar } from "./calendar.js";
import { type DueDate, dueDate } from "./dueDate.js";
import type { PlainDate } from "./plainDate.js";
import { limitEnd, type TimeLimit } from "./timeLimit.js";
import { workingDaysBetween } from "./workingDays.js";

/** 容缺: how long an outstanding material may be brought later. Regional; all in working days. */
export interface DeferralPolicy {
  /** The material is due this long before the promise ends. */
  readonly beforePromise: number;
  readonly atMost: number;
  readonly atLeast: number;
}

/** Shenzhen's rule, used where a region has none of its own: min(promised − 2, 20), at least one. */
export const defaultDeferralPolicy: DeferralPolicy = { beforePromise: 2, atMost: 20, atLeast: 1 };

/**
 * The last day to accept, refuse or ask for a correction. When it has passed without either, the case is deemed
 * accepted on the day it was collected (I-K6).
 *
 * @see 行政许可法 第三十二条 (five days)
 */
export function deemedAcceptance(collectedOn: PlainDate, calendar: Calendar): DueDate {
  return dueDate(collectedOn, 5, calendar);
}

/**
 * The last day to bring a deferred material.
 *
 * @param maxDeferralDays  the material's own ceiling in working days, if its guide has one
 */
export function deferralDue(
  acceptedOn: PlainDate,
  promised: TimeLimit,
  maxDeferralDays: number | null,
  policy: DeferralPolicy,
  calendar: Calendar,
): DueDate {
  const promisedDays = workingDaysBetween(acceptedOn, limitEnd(promised, acceptedOn, calendar), calendar);
  const days = Math.min(promisedDays - policy.beforePromise, policy.atMost, maxDeferralDays ?? policy.atMost);
  return dueDate(acceptedOn, Math.max(policy.atLeast, days), calendar);
}

/** The last day to put right what a bad review found (I-E4: five working days unless the region says otherwise). */
export function rectificationDue(openedOn: PlainDate, calendar: Calendar, workingDays = 5): DueDate {
  return dueDate(openedOn, workingDays, calendar);
}

/**
 * The last day to issue and deliver a licence (I-K22).
 *
 * @see 行政许可法 第四十四条 (ten days)
 */
export function deliveryDue(decidedOn: PlainDate, calendar: Calendar): DueDate {
  return dueDate(decidedOn, 10, calendar);
}
