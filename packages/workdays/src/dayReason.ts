import { dayKind, isWorkingDay } from "./calendar.js";
import type { ClockInput } from "./clockInput.js";
import type { ClockPlan } from "./clockPlan.js";
import { countedBetween, isStill } from "./countedDays.js";
import { afterHours } from "./elapsedHours.js";
import { officeDay } from "./instant.js";
import { addDays, type PlainDate } from "./plainDate.js";

/** Why a day counts or does not. MOVED_TO: a limit that ended while the office was closed ends here instead. */
export type DayReason =
  | "ACCEPTANCE_DAY"
  | "WORKING_DAY"
  | "ADJUSTED_WORKING_DAY"
  | "CALENDAR_DAY"
  | "HOURS"
  | "WEEKEND"
  | "HOLIDAY"
  | "PAUSED"
  | "MOVED_TO";

export interface Judgement {
  readonly reason: DayReason;
  readonly counted: boolean;
}

/** What a day is to a clock, from the day of acceptance on. */
export function judgeDay(day: PlainDate, plan: ClockPlan, input: ClockInput): Judgement {
  if (day === plan.acceptedOn) return { reason: "ACCEPTANCE_DAY", counted: false };
  const { unit } = input.promised;
  if (day > plan.promisedOn || unit === "WORKING_DAY") return judgeWorkingDay(day, plan, input);
  if (hasEnded(day, plan, input)) {
    const judged = judgeWorkingDay(day, plan, input);
    return judged.counted ? { reason: "MOVED_TO", counted: false } : judged;
  }
  if (unit === "HOUR") return { reason: "HOURS", counted: false };
  return isStill(day, plan.still) ? { reason: "PAUSED", counted: false } : { reason: "CALENDAR_DAY", counted: true };
}

function judgeWorkingDay(day: PlainDate, plan: ClockPlan, { promised, calendar }: ClockInput): Judgement {
  if (!isWorkingDay(day, calendar)) return { reason: dayKind(day, calendar), counted: false };
  if (isStill(day, plan.still)) return { reason: "PAUSED", counted: false };
  const atOnce = promised.value === 0 && day <= plan.promisedOn;
  return atOnce ? { reason: "MOVED_TO", counted: false } : { reason: dayKind(day, calendar), counted: true };
}

/** Whether a limit in calendar days, months or hours is used up before that day begins. */
function hasEnded(day: PlainDate, plan: ClockPlan, { acceptedAt, promised }: ClockInput): boolean {
  if (promised.unit === "HOUR") return officeDay(afterHours(acceptedAt, promised.value, plan.pauses)) < day;
  return countedBetween(plan.acceptedOn, addDays(day, -1), plan.count, plan.still) >= plan.promisedDays;
}
