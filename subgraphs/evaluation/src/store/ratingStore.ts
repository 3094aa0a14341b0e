import type { PlainDate } from "@yimen/workdays/plainDate";
import type { SatisfactionGrade } from "../domain/grade.js";
import type { Rated } from "../domain/ranking.js";
import { emptyTally } from "../domain/rating.js";
import { Prisma } from "../generated/prisma/client.js";
import { dateColumn } from "./dateColumn.js";
import type { Db } from "./db.js";

/** Office days, both included; open where not given. */
export interface Period {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

interface Counted {
  readonly id: string;
  /** A grade, or `null` for the visits that could have been evaluated. */
  readonly grade: SatisfactionGrade | null;
  readonly count: number;
}

/** What the ratings of these outlets are made of; one query for all. */
export const ratedOutlets = (db: Db, ids: readonly string[], period: Period = {}): Promise<Rated[]> =>
  rated(db, Prisma.sql`outlet_id`, ids, period);

/** What the ratings of these members of staff are made of; one query for all. */
export const ratedStaff = (db: Db, ids: readonly string[], period: Period = {}): Promise<Rated[]> =>
  rated(db, Prisma.sql`officer_id`, ids, period);

/** Who was evaluated at these outlets. */
export async function staffRatedAt(db: Db, outletIds: readonly string[]): Promise<string[]> {
  const where = { outletId: { in: [...outletIds] }, officerId: { not: null } };
  const rows = await db.evaluation.findMany({ where, distinct: ["officerId"], select: { officerId: true } });
  return rows.flatMap(({ officerId }) => officerId ?? []);
}

async function rated(db: Db, key: Prisma.Sql, ids: readonly string[], { from, to }: Period): Promise<Rated[]> {
  const within = (day: Prisma.Sql) =>
    Prisma.sql`(${from ? dateColumn(from) : null}::date is null or ${day} >= ${from ? dateColumn(from) : null}::date)
           and (${to ? dateColumn(to) : null}::date is null or ${day} <= ${to ? dateColumn(to) : null}::date)`;
  const rows = await db.$queryRaw<Counted[]>`
    select ${key} as id, grade, count(*)::int as count from evaluation
     where ${key} = any(${[...ids]}) and valid and ${within(Prisma.sql`given_on`)} group by 1, 2
    union all
    select ${key}, null, count(*)::int from evaluable_visit
     where ${key} = any(${[...ids]}) and ${within(Prisma.sql`ended_on`)} group by 1`;
  const found = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id) => ratedFrom(id, found.get(id) ?? []));
}

function ratedFrom(id: string, rows: readonly Counted[]): Rated {
  const tally = { ...emptyTally };
  let evaluable: number | null = null;
  for (const { grade, count } of rows) {
    if (grade) tally[grade] = count;
    else evaluable = count;
  }
  return { id, tally, evaluable };
}
