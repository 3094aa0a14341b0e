import { DomainError } from "@yimen/kernel/errors";
import { columnOf, columnOrNull, dayOf, dayOrNull } from "@yimen/workdays/dateColumn";
import type { Batch, BatchKind } from "../domain/batch.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";

export class BatchNotFound extends DomainError {
  readonly code = "BATCH_NOT_FOUND";
  constructor(batchId: string) {
    super({ zh: "没有这一批次;请核对编号。", en: "There is no such batch; check its id." }, { batchId });
  }
}

/** Somebody else changed the batch after it was read. */
export class BatchChangedMeanwhile extends DomainError {
  readonly code = "BATCH_CHANGED_MEANWHILE";
  constructor({ id, version }: Batch) {
    super(
      {
        zh: "该批次已被他人更新;请按最新版本核对后再试。",
        en: "Someone else changed this batch; look at its present version and try again.",
      },
      { batchId: id, current: { version } },
    );
  }
}

const withEntries = { entries: { orderBy: { matterId: "asc" } } } as const satisfies Prisma.BatchInclude;

export async function findBatches(db: Db | Tx, ids: readonly string[]): Promise<Batch[]> {
  return (await db.batch.findMany({ where: { id: { in: [...ids] } }, include: withEntries })).map(fromRow);
}

/** The region's batches, in the order of their numbers. */
export async function findBatchesOfRegion(db: Db | Tx, regionId: string, kind?: BatchKind | null): Promise<Batch[]> {
  const where = { regionId, kind: kind ?? undefined };
  const orderBy = [{ kind: "asc" as const }, { number: "asc" as const }];
  return (await db.batch.findMany({ where, include: withEntries, orderBy })).map(fromRow);
}

/** The batches in which one of these matters stands or stood. */
export async function findBatchesOfMatters(db: Db, matterIds: readonly string[]): Promise<Batch[]> {
  const where = { entries: { some: { matterId: { in: [...matterIds] } } } };
  return (await db.batch.findMany({ where, include: withEntries, orderBy: { number: "asc" } })).map(fromRow);
}

export async function getBatch(db: Db | Tx, id: string): Promise<Batch> {
  const [found] = await findBatches(db, [id]);
  if (!found) throw new BatchNotFound(id);
  return found;
}

/** Of two who publish at once the second waits here, and then finds the first one's. */
export async function lockBatches(tx: Tx, regionId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`batch:${regionId}`}))`;
}

export async function insertBatch(tx: Tx, { entries, effectiveOn, ...columns }: Batch): Promise<void> {
  await tx.batch.create({ data: { ...columns, effectiveOn: columnOf(effectiveOn) } });
  await tx.batchMatter.createMany({
    data: entries.map(({ endedOn, ...entry }) => ({ ...entry, batchId: columns.id, endedOn: columnOrNull(endedOn) })),
  });
}

/**
 * Keeps what became of one matter of a batch.
 *
 * @throws BatchChangedMeanwhile when the stored version is not the one `next` was computed from
 */
export async function saveEntry(tx: Tx, next: Batch, matterId: string): Promise<void> {
  const { id, version } = next;
  const { count } = await tx.batch.updateMany({ where: { id, version: version - 1 }, data: { version } });
  if (count === 0) throw new BatchChangedMeanwhile(await getBatch(tx, id));
  const entry = next.entries.find((one) => one.matterId === matterId);
  await tx.batchMatter.update({
    where: { batchId_matterId: { batchId: id, matterId } },
    data: { endedOn: columnOrNull(entry?.endedOn ?? null), endReason: entry?.endReason ?? null },
  });
}

const fromRow = ({ entries, ...row }: Prisma.BatchGetPayload<{ include: typeof withEntries }>): Batch => ({
  ...row,
  kind: row.kind as BatchKind,
  effectiveOn: dayOf(row.effectiveOn),
  entries: entries.map(({ matterId, endedOn, endReason }) => ({ matterId, endedOn: dayOrNull(endedOn), endReason })),
});
