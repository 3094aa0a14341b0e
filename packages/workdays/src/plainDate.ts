/** An office day without a time, written "YYYY-MM-DD"; such strings sort as the days do. */
export type PlainDate = string & { readonly __brand: "PlainDate" };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.parse("0000-01-01T00:00:00Z") / MS_PER_DAY;
const LAST_DAY = Date.parse("9999-12-31T00:00:00Z") / MS_PER_DAY;

export class InvalidPlainDate extends RangeError {
  readonly code = "INVALID_PLAIN_DATE";

  constructor(given: string) {
    super(`“${given}”不是有效日期,应为 YYYY-MM-DD。 "${given}" is not a day of the calendar written YYYY-MM-DD.`);
    this.name = new.target.name;
  }
}

/** @throws InvalidPlainDate for another form and for days that do not exist, such as 2026-02-29 */
export function parsePlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new InvalidPlainDate(text);
  return text;
}

export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Days since 1970-01-01; what all arithmetic here is done with. */
export function dayNumber(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

/** @throws InvalidPlainDate outside the years 0000 to 9999 */
export function dayOfNumber(number: number): PlainDate {
  if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY) throw new InvalidPlainDate(`day ${number}`);
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return dayOfNumber(dayNumber(day) + days);
}

/** The later of two days. */
export function laterDay(one: PlainDate, other: PlainDate): PlainDate {
  if (one < other) return other;
  return one;
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekday(day: PlainDate): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/**
 * The corresponding day `months` calendar months later, or that month's last day where there is none.
 *
 * @see 民法典 第二百零二条
 * @example addMonths(day("2024-02-29"), 24) // 2026-02-28
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const firstOfMonth = new Date(0);
  firstOfMonth.setUTCFullYear(year, month - 1 + months, 1);
  const first = dayOfNumber(firstOfMonth.getTime() / MS_PER_DAY);
  return addDays(first, Math.min(dayOfMonth, daysInMonth(first)) - 1);
}

/** Every day from `from` to `to`, both included; empty when `to` lies before `from`. */
export function daysFromTo(from: PlainDate, to: PlainDate): PlainDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

function daysInMonth(day: PlainDate): number {
  const lastOfMonth = new Date(0);
  lastOfMonth.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0);
  return lastOfMonth.getUTCDate();
}
