import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type HandInMonth, handInTrend, monthsOf, type VisitsPerCase, visitsPerCase } from "./domain/handInFigures.js";
import { countMonths, countVisits, type Of } from "./store/handInCounts.js";

/** What is measured: of a region or of one outlet, between two office days that both count. */
export interface Measured extends Of {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** How much is handed in online, month by month (R204). @throws PeriodNotValid */
export async function measureHandIn({ db }: Context, { from, to, ...of }: Measured): Promise<HandInMonth[]> {
  const months = monthsOf(from, to);
  return handInTrend(months, await countMonths(db, of, { from, to }));
}

/** How often applicants came for the cases that were closed (R115). @throws PeriodNotValid */
export async function measureVisits({ db }: Context, { from, to, ...of }: Measured): Promise<VisitsPerCase> {
  monthsOf(from, to);
  return visitsPerCase(await countVisits(db, of, { from, to }));
}
