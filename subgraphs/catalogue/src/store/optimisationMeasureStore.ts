import { columnOf, dayOf } from "@yimen/workdays/dateColumn";
import type { MeasureKind, OptimisationMeasure } from "../domain/optimisationMeasure.js";
import type { OptimisationMeasureModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** What was done to these matters, oldest first. */
export async function findMeasuresOfMatters(db: Db, matterIds: readonly string[]): Promise<OptimisationMeasure[]> {
  const where = { matterId: { in: [...matterIds] } };
  const rows = await db.optimisationMeasure.findMany({ where, orderBy: [{ takenOn: "asc" }, { id: "asc" }] });
  return rows.map(fromRow);
}

/** How many measures of each kind a region has taken by a day. */
export async function countMeasures(
  db: Db,
  regionId: string,
  asOf: OptimisationMeasure["takenOn"],
): Promise<ReadonlyMap<MeasureKind, number>> {
  const groups = await db.optimisationMeasure.groupBy({
    by: ["kind"],
    where: { regionId, takenOn: { lte: columnOf(asOf) } },
    _count: { _all: true },
  });
  return new Map(groups.map(({ kind, _count }) => [kind as MeasureKind, _count._all]));
}

export async function insertMeasures(tx: Tx, measures: readonly OptimisationMeasure[]): Promise<void> {
  await tx.optimisationMeasure.createMany({
    data: measures.map((measure) => ({ ...measure, takenOn: columnOf(measure.takenOn) })),
  });
}

const fromRow = (row: OptimisationMeasureModel): OptimisationMeasure => ({
  ...row,
  kind: row.kind as MeasureKind,
  takenOn: dayOf(row.takenOn),
});
