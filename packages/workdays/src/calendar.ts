import { dayNumber, daysFromTo, type PlainDate, parsePlainDate, weekdayOfNumber } from "./plainDate.js";
import type { Bilingual, PublishedYear } from "./publishedYear.js";

export type DayKind = "WORKING_DAY" | "ADJUSTED_WORKING_DAY" | "WEEKEND" | "HOLIDAY";

/** Which days are working days. Make one with `createCalendar`; read it with the functions here and in `workingDays`. */
export interface Calendar {
  readonly publishedYears: ReadonlySet<number>;
  /** Published days off, by day number. */
  readonly holidays: ReadonlyMap<number, Bilingual>;
  /** Day numbers, ascending, on which the notice departs from "Monday to Friday". */
  readonly departures: readonly number[];
  /** At i: by how much the first i departures change the number of working days. */
  readonly corrections: readonly number[];
}

export class InvalidCalendar extends Error {
  readonly code = "INVALID_CALENDAR";

  constructor(year: number, problem: string) {
    super(`${year}年工作日历有误。 The calendar for ${year} is wrong: ${problem}`);
    this.name = new.target.name;
  }
}

/**
 * A calendar out of yearly notices. Years without a notice follow "Monday to Friday" and are provisional.
 *
 * @throws InvalidCalendar when a notice is given twice, or names days that cannot be meant
 * @throws InvalidPlainDate
 */
export function createCalendar(years: readonly PublishedYear[]): Calendar {
  const holidays = new Map<number, Bilingual>();
  const adjusted = new Set<number>();
  for (const published of years) {
    checkNotice(published, years);
    for (const { from, to, name } of published.off) {
      for (const day of daysFromTo(parsePlainDate(from), parsePlainDate(to))) holidays.set(dayNumber(day), name);
    }
    for (const day of published.working) adjusted.add(dayNumber(parsePlainDate(day)));
  }
  const departures = [...adjusted, ...[...holidays.keys()].filter(isMondayToFriday)].sort((a, b) => a - b);
  const corrections = [0];
  for (const day of departures) corrections.push((corrections.at(-1) ?? 0) + (adjusted.has(day) ? 1 : -1));
  return { publishedYears: new Set(years.map(({ year }) => year)), holidays, departures, corrections };
}

/** Why a day is, or is not, a working day. */
export function dayKind(day: PlainDate, calendar: Calendar): DayKind {
  const number = dayNumber(day);
  if (calendar.holidays.has(number)) return "HOLIDAY";
  if (isMondayToFriday(number)) return "WORKING_DAY";
  return isDeparture(number, calendar) ? "ADJUSTED_WORKING_DAY" : "WEEKEND";
}

export function isWorkingDay(day: PlainDate, calendar: Calendar): boolean {
  const kind = dayKind(day, calendar);
  return kind === "WORKING_DAY" || kind === "ADJUSTED_WORKING_DAY";
}

/** The published holiday this day belongs to, if any. */
export function holidayName(day: PlainDate, calendar: Calendar): Bilingual | null {
  return calendar.holidays.get(dayNumber(day)) ?? null;
}

/** Whether a notice is missing for any year of the period; such an answer must be computed again once it is published. */
export function isProvisional(from: PlainDate, to: PlainDate, calendar: Calendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!calendar.publishedYears.has(year)) return true;
  }
  return false;
}

/** How many of the calendar's departures lie before the day with that number. */
export function departuresBefore(number: number, calendar: Calendar): number {
  let low = 0;
  let high = calendar.departures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calendar.departures[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isDeparture(number: number, calendar: Calendar): boolean {
  return calendar.departures[departuresBefore(number, calendar)] === number;
}

function isMondayToFriday(number: number): boolean {
  return weekdayOfNumber(number) <= 5;
}

function checkNotice(published: PublishedYear, all: readonly PublishedYear[]): void {
  const { year, off, working } = published;
  if (all.filter((other) => other.year === year).length > 1) throw new InvalidCalendar(year, "it is given twice.");
  for (const { from, to } of off) {
    if (to < from) throw new InvalidCalendar(year, `${from} to ${to} ends before it begins.`);
  }
  for (const day of [...off.flatMap(({ from, to }) => [from, to]), ...working]) {
    if (day < `${year - 1}-12-01` || day > `${year}-12-31`)
      throw new InvalidCalendar(year, `${day} is another year's.`);
  }
  for (const day of working) {
    if (isMondayToFriday(dayNumber(parsePlainDate(day)))) throw new InvalidCalendar(year, `${day} is no weekend day.`);
    if (off.some(({ from, to }) => from <= day && day <= to))
      throw new InvalidCalendar(year, `${day} is off and working.`);
  }
}
