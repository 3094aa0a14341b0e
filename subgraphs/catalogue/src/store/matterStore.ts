import { DomainError } from "@yimen/kernel/errors";
import { columnOf, columnOrNull, dayOf, dayOrNull } from "@yimen/workdays/dateColumn";
import type { Matter } from "../domain/matter.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { MatterModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class MatterNotFound extends DomainError {
  readonly code = "MATTER_NOT_FOUND";
  constructor(matterId: string) {
    super({ zh: "没有这一事项;请核对编号。", en: "There is no such matter; check its id." }, { matterId });
  }
}

/** Somebody else changed the matter, or published a guide of it, after it was read. */
export class MatterChangedMeanwhile extends DomainError {
  readonly code = "MATTER_CHANGED_MEANWHILE";
  constructor({ id, version, state }: Matter) {
    super(
      {
        zh: "该事项已被他人更新;请按最新版本核对后再试。",
        en: "Someone else changed this matter; look at its present version and try again.",
      },
      { matterId: id, current: { version, state } },
    );
  }
}

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export async function findMatters(db: Db | Tx, ids: readonly string[]): Promise<Matter[]> {
  return (await db.matter.findMany({ where: { id: { in: [...ids] } } })).map(fromRow);
}

/** Up to two matters that carry a code; two mean that the code does not name one. */
export async function findMattersByCode(db: Db, code: string): Promise<Matter[]> {
  const where = { 12: { basicCode: code }, 31: { implementationCode: code }, 33: { handlingItemCode: code } }[
    code.length
  ];
  return where ? (await db.matter.findMany({ where, orderBy: { id: "asc" }, take: 2 })).map(fromRow) : [];
}

/** Every body's implementation of these items, whatever body and level (R050). */
export async function findMattersByItem(db: Db, items: readonly string[]): Promise<Matter[]> {
  const basicCodes = items.map((item) => item.slice(0, 12));
  const where = { basicCode: { in: basicCodes }, OR: items.map((item) => ({ handlingItemCode: { endsWith: item } })) };
  return (await db.matter.findMany({ where, orderBy: { id: "asc" } })).map(fromRow);
}

export async function findMattersOfRegion(db: Db | Tx, regionId: string): Promise<Matter[]> {
  return (await db.matter.findMany({ where: { regionId }, orderBy: { id: "asc" } })).map(fromRow);
}

export async function findMattersOfDepartment(tx: Db | Tx, departmentId: string): Promise<Matter[]> {
  return (await tx.matter.findMany({ where: { departmentId, state: "IN_USE" }, orderBy: { id: "asc" } })).map(fromRow);
}

export async function getMatter(tx: Db | Tx, id: string): Promise<Matter> {
  const [found] = await findMatters(tx, [id]);
  if (!found) throw new MatterNotFound(id);
  return found;
}

/** @throws MatterChangedMeanwhile with the present version when `seen` is not the one that is stored */
export function requireVersion(current: Matter, seen: number | null | undefined): void {
  if (seen != null && current.version !== seen) throw new MatterChangedMeanwhile(current);
}

export async function insertMatters(tx: Tx, matters: readonly Matter[]): Promise<void> {
  await tx.matter.createMany({ data: matters.map(toRow) });
}

/** @throws MatterChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveMatter(tx: Tx, next: Matter): Promise<void> {
  const { count } = await tx.matter.updateMany({
    where: { id: next.id, version: next.version - 1 },
    data: toRow(next),
  });
  if (count === 0) throw new MatterChangedMeanwhile(await getMatter(tx, next.id));
}

/** The part of a matter that nothing is searched by. */
type Facts = Pick<
  Matter,
  | "origin"
  | "mechanism"
  | "serviceTargets"
  | "handlingForms"
  | "handlingRange"
  | "onlineDepth"
  | "resultType"
  | "baseline"
  | "source"
>;

/** What was written from a `Matter` is one again. */
export const fromRow = ({ facts, ...row }: MatterModel): Matter =>
  ({
    ...row,
    ...(facts as unknown as Facts),
    publishedOn: dayOf(row.publishedOn),
    lastApplicationOn: dayOrNull(row.lastApplicationOn),
    reactivatedOn: dayOrNull(row.reactivatedOn),
  }) as Matter;

function toRow(matter: Matter) {
  const {
    origin,
    mechanism,
    serviceTargets,
    handlingForms,
    handlingRange,
    onlineDepth,
    resultType,
    baseline,
    source,
    ...columns
  } = matter;
  const facts = {
    origin,
    mechanism,
    serviceTargets,
    handlingForms,
    handlingRange,
    onlineDepth,
    resultType,
    baseline,
    source,
  };
  return {
    ...columns,
    tags: [...columns.tags],
    lists: [...columns.lists],
    publishedOn: columnOf(columns.publishedOn),
    lastApplicationOn: columnOrNull(columns.lastApplicationOn),
    reactivatedOn: columnOrNull(columns.reactivatedOn),
    facts: facts satisfies Facts as unknown as Prisma.InputJsonValue,
  };
}
