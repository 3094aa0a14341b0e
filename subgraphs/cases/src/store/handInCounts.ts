import type { MonthCounts, VisitCounts } from "../domain/handInFigures.js";
import { Prisma } from "../generated/prisma/client.js";
import type { Days } from "./caseVolumeStore.js";
import type { Db } from "./db.js";

/** Of a region, or of one outlet. */
export interface Of {
  readonly regionId?: string | null;
  readonly outletId?: string | null;
}

/** What came in month by month; confidential cases are counted by nobody outside. Months without any are not there. */
export const countMonths = (db: Db, of: Of, days: Days): Promise<MonthCounts[]> =>
  db.$queryRaw<MonthCounts[]>`
    select to_char("opened_at" at time zone 'Asia/Shanghai', 'YYYY-MM') as "month", count(*)::int as "received",
      (count(*) filter (where "channel" = 'ONLINE'))::int as "online"
    from "case"
    where ${belongingTo(of)} and ${within(Prisma.sql`"opened_at"`, days)}
    group by 1`;

/** For how many closed cases the applicant came how often. */
export async function countVisits(db: Db, of: Of, days: Days): Promise<VisitCounts> {
  const [row] = await db.$queryRaw<VisitCounts[]>`
    select (count(*) filter (where "days_at_window" = 0))::int as "none",
      (count(*) filter (where "days_at_window" = 1))::int as "one",
      (count(*) filter (where "days_at_window" > 1))::int as "more"
    from "case"
    where ${belongingTo(of)} and ${within(Prisma.sql`"closed_at"`, days)}`;
  return row ?? { none: 0, one: 0, more: 0 };
}

const belongingTo = ({ regionId, outletId }: Of) =>
  outletId
    ? Prisma.sql`"outlet_id" = ${outletId} and "confidentiality" = 'NONE'`
    : Prisma.sql`"region_id" = ${regionId ?? ""} and "confidentiality" = 'NONE'`;

const within = (column: Prisma.Sql, { from, to }: Days) => Prisma.sql`
  ${column} >= (${from}::date)::timestamp at time zone 'Asia/Shanghai'
  and ${column} < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
