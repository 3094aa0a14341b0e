import { DomainError } from "@yimen/kernel/errors";
import { columnOf, columnOrNull, dayOf, dayOrNull } from "@yimen/workdays/dateColumn";
import type { Entrustment } from "../domain/entrustment.js";
import type { EntrustmentModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class EntrustmentNotFound extends DomainError {
  readonly code = "ENTRUSTMENT_NOT_FOUND";
  constructor(entrustmentId: string) {
    super({ zh: "没有这一委托。", en: "There is no such entrustment." }, { entrustmentId });
  }
}

/** A department is present in one way at a time. */
export class EntrustmentExists extends DomainError {
  readonly code = "ENTRUSTMENT_EXISTS";
  constructor({ id, status, departmentId }: Entrustment) {
    super(
      {
        zh: "该部门已有一项未终止的进驻或委托;请先终止。",
        en: "The department has an arrangement that has not ended; end it first.",
      },
      { departmentId, current: { id, status } },
    );
  }
}

/** Somebody else changed the entrustment after it was read. */
export class EntrustmentChangedMeanwhile extends DomainError {
  readonly code = "ENTRUSTMENT_CHANGED_MEANWHILE";
  constructor({ id, version, status }: Entrustment) {
    super(
      {
        zh: "该委托已被他人更新;请按最新版本核对后再试。",
        en: "Someone else changed this entrustment; look at its present version and try again.",
      },
      { entrustmentId: id, current: { version, status } },
    );
  }
}

export async function findEntrustments(db: Db | Tx, ids: readonly string[]): Promise<Entrustment[]> {
  return (await db.entrustment.findMany({ where: { id: { in: [...ids] } } })).map(fromRow);
}

/** How these departments are present now: what has not ended, at most one each. */
export async function findCurrentEntrustments(db: Db | Tx, departmentIds: readonly string[]): Promise<Entrustment[]> {
  const where = { departmentId: { in: [...departmentIds] }, status: { not: "ENDED" } };
  return (await db.entrustment.findMany({ where })).map(fromRow);
}

export async function findEntrustmentsOfRegion(db: Db, regionId: string): Promise<Entrustment[]> {
  const orderBy = [{ departmentId: "asc" as const }, { announcedOn: "asc" as const }];
  return (await db.entrustment.findMany({ where: { regionId }, orderBy })).map(fromRow);
}

export async function getEntrustment(tx: Db | Tx, id: string): Promise<Entrustment> {
  const [found] = await findEntrustments(tx, [id]);
  if (!found) throw new EntrustmentNotFound(id);
  return found;
}

/** @throws EntrustmentChangedMeanwhile with the present version when `seen` is not the one that is stored */
export function requireVersion(current: Entrustment, seen: number | null | undefined): void {
  if (seen != null && current.version !== seen) throw new EntrustmentChangedMeanwhile(current);
}

/** @throws EntrustmentExists when another has not ended */
export async function insertEntrustment(tx: Tx, announced: Entrustment): Promise<void> {
  // Of two who announce at once the second waits here, and then finds the first one's.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`entrustment:${announced.departmentId}`}))`;
  const [other] = await findCurrentEntrustments(tx, [announced.departmentId]);
  if (other) throw new EntrustmentExists(other);
  await tx.entrustment.create({ data: toRow(announced) });
}

/** @throws EntrustmentChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveEntrustment(tx: Tx, next: Entrustment): Promise<void> {
  const { count } = await tx.entrustment.updateMany({
    where: { id: next.id, version: next.version - 1 },
    data: toRow(next),
  });
  if (count === 0) throw new EntrustmentChangedMeanwhile(await getEntrustment(tx, next.id));
}

const fromRow = (row: EntrustmentModel): Entrustment =>
  ({
    ...row,
    announcedOn: dayOf(row.announcedOn),
    activatedOn: dayOrNull(row.activatedOn),
    endedOn: dayOrNull(row.endedOn),
  }) as Entrustment;

const toRow = (value: Entrustment) => ({
  ...value,
  checklist: [...value.checklist],
  samples: [...value.samples],
  announcedOn: columnOf(value.announcedOn),
  activatedOn: columnOrNull(value.activatedOn),
  endedOn: columnOrNull(value.endedOn),
});
