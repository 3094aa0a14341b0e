import type { Calendar } from "./calendar.js";
import type { ClosingTimes } from "./closing.js";
import type { Pause } from "./pause.js";
import type { TimeLimit } from "./timeLimit.js";

/** 延长审批: moves the due date; the clock runs on. At most once per case, which the caller sees to. */
export interface Extension {
  /** A whole number ≥ 1; for licences at most 10 (行政许可法 第四十二条), which the caller sees to. */
  readonly workingDays: number;
  readonly approvedBy: string;
  readonly grantedAt: Date;
}

/** Everything the promise clock depends on: the same input always gives the same answer. */
export interface ClockInput {
  readonly acceptedAt: Date;
  /** From the guide version the case is pinned to. */
  readonly promised: TimeLimit;
  /** In any order; may overlap. */
  readonly pauses: readonly Pause[];
  readonly extension?: Extension | null;
  /** When the case was decided, withdrawn or otherwise ended. */
  readonly stoppedAt?: Date | null;
  readonly calendar: Calendar;
  /** When the days of the office end; 17:00 if left out. */
  readonly closing?: ClosingTimes;
  /** What happened after it is not known to the answer. */
  readonly now: Date;
}
