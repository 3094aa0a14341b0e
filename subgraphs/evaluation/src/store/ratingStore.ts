import { columnOf } from "@yimen/workdays/dateColumn";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { SatisfactionGrade } from "../domain/grade.js";
import type { Rated } from "../domain/ranking.js";
import { type Coverage, emptyTally } from "../domain/rating.js";
import { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";

/** Office days, both included; open where not given. */
export interface Period {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

interface Counted {
  readonly id: string;
  /** Of a grade: how many evaluations. `null`: how many visits could have been evaluated, and how many of them were. */
  readonly grade: SatisfactionGrade | null;
  readonly count: number;
  readonly evaluated: number;
}

/** What the ratings of these outlets are made of; one query for all. */
export const ratedOutlets = (db: Db | Tx, ids: readonly string[], period: Period = {}): Promise<Rated[]> =>
  rated(db, Prisma.sql`outlet_id`, ids, period);

/** What the ratings of these members of staff are made of; one query for all. */
export const ratedStaff = (db: Db | Tx, ids: readonly string[], period: Period = {}): Promise<Rated[]> =>
  rated(db, Prisma.sql`officer_id`, ids, period);

/** What the ratings of these windows are made of; who could have evaluated at a window is not noted. */
export async function ratedWindows(db: Db | Tx, ids: readonly string[], period: Period = {}): Promise<Rated[]> {
  const [first, last] = boundsOf(period);
  const rows = await db.$queryRaw<Counted[]>`
    select state ->> 'windowId' as id, grade, count(*)::int as count, 0 as evaluated
      from evaluation
     where state ->> 'windowId' = any(${[...ids]}) and valid
       and given_on >= coalesce(${first}::date, '-infinity') and given_on <= coalesce(${last}::date, 'infinity')
     group by 1, 2`;
  const found = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id) => ratedFrom(id, found.get(id) ?? []));
}

/** At which windows of these outlets somebody was evaluated. */
export async function windowsRatedAt(db: Db | Tx, outletIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct state ->> 'windowId' as id from evaluation
     where outlet_id = any(${[...outletIds]}) and state ->> 'windowId' is not null`;
  return rows.map(({ id }) => id).sort();
}

/** Who was evaluated at these outlets. */
export async function staffRatedAt(db: Db | Tx, outletIds: readonly string[]): Promise<string[]> {
  const where = { outletId: { in: [...outletIds] }, officerId: { not: null } };
  const rows = await db.evaluation.findMany({ where, distinct: ["officerId"], select: { officerId: true } });
  return rows.flatMap(({ officerId }) => officerId ?? []);
}

/** A visit that has ended and so could be evaluated. */
export interface Evaluable {
  readonly visitId: string;
  readonly outletId: string;
  readonly officerId: string | null;
  readonly endedOn: PlainDate;
}

/** Notes ended visits; one that is noted already is left as it is. */
export async function insertEvaluable(db: Db | Tx, ended: readonly Evaluable[]): Promise<void> {
  const data = ended.map((visit) => ({ ...visit, endedOn: columnOf(visit.endedOn) }));
  await db.evaluableVisit.createMany({ data, skipDuplicates: true });
}

async function rated(db: Db | Tx, key: Prisma.Sql, ids: readonly string[], period: Period): Promise<Rated[]> {
  const [first, last] = boundsOf(period);
  const within = (day: Prisma.Sql) =>
    Prisma.sql`${day} >= coalesce(${first}::date, '-infinity') and ${day} <= coalesce(${last}::date, 'infinity')`;
  const rows = await db.$queryRaw<Counted[]>`
    select ${key} as id, grade, count(*)::int as count, 0 as evaluated
      from evaluation
     where ${key} = any(${[...ids]}) and valid and ${within(Prisma.sql`given_on`)}
     group by 1, 2
    union all
    select ${key}, null, count(*)::int, count(evaluated)::int
      from evaluable_visit
      left join (select subject_id as visit_id, true as evaluated from evaluation where scope = 'VISIT') given
            using (visit_id)
     where ${key} = any(${[...ids]}) and ${within(Prisma.sql`ended_on`)}
     group by 1`;
  const found = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id) => ratedFrom(id, found.get(id) ?? []));
}

const boundsOf = ({ from, to }: Period): [Date | null, Date | null] => [
  from ? columnOf(from) : null,
  to ? columnOf(to) : null,
];

function ratedFrom(id: string, rows: readonly Counted[]): Rated {
  const tally = { ...emptyTally };
  let coverage: Coverage | null = null;
  for (const { grade, count, evaluated } of rows) {
    if (grade) tally[grade] = count;
    else coverage = { visits: count, evaluated };
  }
  return { id, tally, coverage };
}
