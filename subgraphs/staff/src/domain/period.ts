import { addDays, addMonths, type PlainDate, parsePlainDate } from "@yimen/workdays/plainDate";

/** Calendar periods in which the plans count. */
export const periodKinds = ["YEAR", "QUARTER", "MONTH"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A calendar period; both days belong to it. */
export interface Period {
  /** Such as "2026", "2026-Q1" or "2026-03". */
  readonly key: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const months = { YEAR: 12, QUARTER: 3, MONTH: 1 } as const satisfies Record<PeriodKind, number>;

/** The period of that kind in which the day lies. */
export function periodOf(kind: PeriodKind, day: PlainDate): Period {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const first = month - ((month - 1) % months[kind]);
  const from = parsePlainDate(`${year}-${String(first).padStart(2, "0")}-01`);
  const key = { YEAR: year, QUARTER: `${year}-Q${Math.ceil(month / 3)}`, MONTH: day.slice(0, 7) }[kind];
  return { key, from, to: addDays(addMonths(from, months[kind]), -1) };
}

/** The period before it. */
export const periodBefore = (kind: PeriodKind, { from }: Period): Period => periodOf(kind, addDays(from, -1));

/** The period after it. */
export const periodAfter = (kind: PeriodKind, { to }: Period): Period => periodOf(kind, addDays(to, 1));

/** The periods whose last day is past on `asOf` and lies in the twelve months before it, oldest first. */
export function periodsOfLastYear(kind: PeriodKind, asOf: PlainDate): Period[] {
  const since = addMonths(asOf, -12);
  const found: Period[] = [];
  for (let each = periodBefore(kind, periodOf(kind, asOf)); each.to >= since; each = periodBefore(kind, each)) {
    found.unshift(each);
  }
  return found;
}
