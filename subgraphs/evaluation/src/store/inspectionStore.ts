import { columnOf } from "@yimen/workdays/dateColumn";
import type { Inspection, InspectionEvent } from "../domain/inspection.js";
import type { Prisma } from "../generated/prisma/client.js";
import { ChangedMeanwhile } from "./changedMeanwhile.js";
import type { Db, Tx } from "./db.js";
import { append } from "./evaluationLog.js";
import { NotFound } from "./notFound.js";

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export async function findInspections(db: Db | Tx, ids: readonly string[]): Promise<Inspection[]> {
  return (await db.inspection.findMany({ where: { id: { in: [...ids] } }, select: stored })).map(fromRow);
}

export async function getInspection(tx: Db | Tx, id: string): Promise<Inspection> {
  const [found] = await findInspections(tx, [id]);
  if (!found) throw new NotFound("Inspection", id);
  return found;
}

/** The inspections of an outlet, newest first; those with unresolved findings only, when asked. */
export async function listInspections(
  db: Db,
  { outletId, unresolved }: { outletId: string; unresolved: boolean },
  first: number,
): Promise<Inspection[]> {
  const rows = await db.inspection.findMany({
    where: { outletId, ...(unresolved && { openFindings: { gt: 0 } }) },
    select: stored,
    orderBy: [{ openedOn: "desc" }, { id: "asc" }],
    take: first,
  });
  return rows.map(fromRow);
}

export async function insertInspection(tx: Tx, opened: Inspection, event: InspectionEvent, at: Date): Promise<void> {
  await tx.inspection.create({ data: toRow(opened) });
  await append(tx, "INSPECTION", opened, { ...event, by: opened.openedBy }, at);
}

/** @throws ChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveInspection(tx: Tx, next: Inspection, event: InspectionEvent, at: Date): Promise<void> {
  const where = { id: next.id as string, version: next.version - 1 };
  const { count } = await tx.inspection.updateMany({ where, data: toRow(next) });
  if (count === 0) throw new ChangedMeanwhile(await getInspection(tx, next.id));
  await append(tx, "INSPECTION", next, event, at);
}

const stored = { state: true } as const satisfies Prisma.InspectionSelect;

const fromRow = ({ state }: { state: Prisma.JsonValue }): Inspection => state as unknown as Inspection;

const toRow = (value: Inspection) => ({
  id: value.id as string,
  version: value.version,
  outletId: value.outletId,
  openedOn: columnOf(value.openedOn),
  openFindings: value.findings.filter(({ resolvedOn }) => !resolvedOn).length,
  state: value as unknown as Prisma.InputJsonValue,
});
