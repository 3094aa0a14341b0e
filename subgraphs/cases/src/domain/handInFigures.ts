import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";

/** How many cases came in within a month, and how many of them online. */
export interface MonthCounts {
  readonly month: string; // YYYY-MM
  readonly received: number;
  readonly online: number;
}

/** A month of the trend. */
export interface HandInMonth extends MonthCounts {
  /** 0 to 1; `null` where nothing was received. */
  readonly onlineShare: number | null;
  /** Against the month before, in shares; `null` where one of them has none. */
  readonly change: number | null;
}

/** On how many days applicants were at a window, for cases that were closed (R115). */
export interface VisitCounts {
  readonly none: number;
  readonly one: number;
  readonly more: number;
}

/** The same with its target: at most one visit (只跑一次). */
export interface VisitsPerCase extends VisitCounts {
  readonly cases: number;
  /** Cases for which the applicant came once at most, 0 to 1; `null` where none was closed. */
  readonly atMostOnce: number | null;
}

const LONGEST = 60; // months

/** The days do not follow one another, or lie too far apart. */
export class PeriodNotValid extends DomainError {
  readonly code = "PERIOD_NOT_VALID";
  constructor(from: PlainDate, to: PlainDate) {
    super(
      {
        zh: `起止日期有误:应先起后止,且不超过 ${LONGEST} 个月;请核对。`,
        en: `The period is not valid: it begins before it ends and has at most ${LONGEST} months; check it.`,
      },
      { from, to },
    );
  }
}

/** The months of two office days, both included, in order. @throws PeriodNotValid */
export function monthsOf(from: PlainDate, to: PlainDate): string[] {
  const count = monthNumber(to) - monthNumber(from) + 1;
  if (from > to || count > LONGEST) throw new PeriodNotValid(from, to);
  return Array.from({ length: count }, (_, index) => monthName(monthNumber(from) + index));
}

const monthNumber = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthName = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** The online share month by month, with those in which nothing came in (R204). */
export function handInTrend(months: readonly string[], counts: readonly MonthCounts[]): HandInMonth[] {
  const byMonth = new Map(counts.map((one) => [one.month, one]));
  const shares = months.map((month) => {
    const { received = 0, online = 0 } = byMonth.get(month) ?? {};
    return { month, received, online, onlineShare: received === 0 ? null : online / received };
  });
  return shares.map((one, index) => {
    const before = shares[index - 1]?.onlineShare ?? null;
    return { ...one, change: one.onlineShare === null || before === null ? null : one.onlineShare - before };
  });
}

export function visitsPerCase({ none, one, more }: VisitCounts): VisitsPerCase {
  const cases = none + one + more;
  return { none, one, more, cases, atMostOnce: cases === 0 ? null : (none + one) / cases };
}
