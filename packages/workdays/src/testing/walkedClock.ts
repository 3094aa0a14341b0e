import { isWorkingDay } from "../calendar.js";
import type { ClockInput } from "../clockInput.js";
import { instantOf, officeDay } from "../instant.js";
import { addDays, addMonths, daysBetween, type PlainDate } from "../plainDate.js";

// For tests: the promise clock's sentence ("a day counts if …") walked day by day. Hours are not walked.

export interface WalkedClock {
  readonly dueOn: PlainDate;
  readonly countedDays: number;
}

export function walkClock(input: ClockInput): WalkedClock {
  const { acceptedAt, promised, extension, calendar, now } = input;
  const acceptedOn = officeDay(acceptedAt);
  const closes = (day: PlainDate) => instantOf(day, "17:00");
  const running = (day: PlainDate) =>
    !input.pauses.some(
      ({ from, to }) => from < closes(day) && closes(day) <= now && (to === null || closes(day) <= to),
    );
  const works = (day: PlainDate) => isWorkingDay(day, calendar) && running(day);
  const counts = promised.unit === "WORKING_DAY" ? works : running;
  const wanted =
    promised.unit === "MONTH" ? daysBetween(acceptedOn, addMonths(acceptedOn, promised.value)) : promised.value;

  let day = acceptedOn;
  let countedDays = 0;
  const passed = () => Number(closes(day) <= now);
  for (let number = 0; number < wanted; ) {
    day = addDays(day, 1);
    if (!counts(day)) continue;
    number += 1;
    countedDays += passed();
  }
  while (!works(day) || closes(day) <= acceptedAt) day = addDays(day, 1);
  const extra = extension && extension.grantedAt <= now ? extension.workingDays : 0;
  for (let number = 0; number < extra; ) {
    day = addDays(day, 1);
    if (!works(day)) continue;
    number += 1;
    countedDays += passed();
  }
  const dueOn = day;
  for (day = addDays(day, 1); closes(day) <= now; day = addDays(day, 1)) countedDays += Number(works(day));
  return { dueOn, countedDays };
}
