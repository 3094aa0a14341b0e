import { countedDays } from "./clockCount.js";
import type { ClockInput } from "./clockInput.js";
import { planClock } from "./clockPlan.js";
import { pauseAt } from "./pause.js";
import type { PlainDate } from "./plainDate.js";

/** OVERDUE outranks PAUSED: a pause does not heal what is already late. */
export type ClockState = "RUNNING" | "PAUSED" | "OVERDUE" | "STOPPED";

/** 承诺时钟: how far a case is on its promised time. */
export interface PromiseClock {
  readonly state: ClockState;
  /** The last day on which a decision is in time; during a pause as if it ended now. */
  readonly dueOn: PlainDate;
  /** When `dueOn` closes (hours may end sooner); after it the case is overdue. */
  readonly dueAt: Date;
  /** A calendar not yet published may still move `dueOn`. */
  readonly provisional: boolean;
  /** Days that have counted. A limit in hours: 24ths of a day. */
  readonly countedDays: number;
  /** Promise and extension minus `countedDays`; below zero, working days too late. */
  readonly remainingDays: number;
  /** Of promise and extension, in days; above 1 when too late. */
  readonly usedShare: number;
  /** Also for a stopped clock: whether it stopped too late. */
  readonly overdue: boolean;
}

/**
 * Reads the clock of one case.
 *
 * A day counts if it is a working day (of a limit in calendar days or months: any day) after the day of acceptance,
 * and the clock was running when it closed. So a pause moves the due date by exactly the days that closed during it:
 * the day it begins is not counted, the day it ends is, unless it ended after closing; a pause within one day changes
 * nothing. An end on a day off moves to the next working day. Hours run by the clock and end
 * to the minute on the day of acceptance; later, with the day on which they end.
 *
 * @throws InvalidClockInput, InvalidPause
 * @see 行政许可法 第四十二条 (period, extension), 第四十五条 (time that is not counted), 第八十二条 (working days)
 */
export function promiseClock(input: ClockInput): PromiseClock {
  const plan = planClock(input);
  const counted = countedDays(plan, input);
  const total = plan.promisedDays + plan.extensionDays;
  const overdue = plan.asOf > plan.dueAt;
  return {
    state: stateOf(input, overdue),
    dueOn: plan.dueOn,
    dueAt: plan.dueAt,
    provisional: plan.provisional,
    countedDays: counted,
    remainingDays: total - counted,
    usedShare: total > 0 ? counted / total : Number(overdue),
    overdue,
  };
}

function stateOf({ stoppedAt, pauses, now }: ClockInput, overdue: boolean): ClockState {
  if (stoppedAt && stoppedAt <= now) return "STOPPED";
  if (overdue) return "OVERDUE";
  return pauseAt(now, pauses) ? "PAUSED" : "RUNNING";
}
