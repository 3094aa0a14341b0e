import type { ClockInput } from "./clockInput.js";
import { clockNote } from "./clockNote.js";
import { type ClockPlan, planClock } from "./clockPlan.js";
import { closingOf, dayToClose } from "./closing.js";
import { type DayReason, judgeDay } from "./dayReason.js";
import type { Pause } from "./pause.js";
import { addDays, daysFromTo, laterDay, type PlainDate } from "./plainDate.js";
import type { Bilingual } from "./publishedYear.js";

/** One day of a clock's life. */
export interface ExplainedDay {
  readonly day: PlainDate;
  readonly counted: boolean;
  readonly reason: DayReason;
  /** The running number of a counted day, from 1; `null` for others. */
  readonly number: number | null;
  /** Not closed yet: what the day will be if nothing happens. */
  readonly expected: boolean;
  readonly note: Bilingual;
}

/**
 * The clock day by day, from acceptance to the last day in time, or to the last closed day if that is later. As many
 * days that are not `expected` count as `promiseClock(input).countedDays` says (limits in hours aside).
 *
 * @throws InvalidClockInput, InvalidPause
 */
export function explainClock(input: ClockInput): ExplainedDay[] {
  const plan = planClock(input);
  const nextToClose = dayToClose(plan.asOf, plan.closing);
  const lastClosed = addDays(nextToClose, -1);
  const total = plan.promisedDays + plan.extensionDays;
  let counted = 0;
  return daysFromTo(plan.acceptedOn, laterDay(lastClosed, plan.dueOn)).map((day) => {
    const judged = judgeDay(day, plan, input);
    if (judged.counted) counted += 1;
    const number = judged.counted ? counted : null;
    const noted = {
      day,
      reason: judged.reason,
      number,
      total,
      isDue: day === plan.dueOn,
      pause: pauseOn(day, plan, input),
    };
    return { day, ...judged, number, expected: day >= nextToClose, note: clockNote(noted, input.calendar) };
  });
}

/** The pause that day closed in. */
function pauseOn(day: PlainDate, plan: ClockPlan, { pauses }: ClockInput): Pause | null {
  const closed = closingOf(day, plan.closing);
  return pauses.find(({ from, to }) => from < closed && (to === null || closed <= to)) ?? null;
}
