import { columnOf } from "@yimen/workdays/dateColumn";
import { type Award, AwardAlreadyGranted, type AwardKind } from "../domain/award.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";
import { append } from "./evaluationLog.js";
import { NotFound } from "./notFound.js";

export async function getAward(db: Db | Tx, id: string): Promise<Award> {
  const row = await db.award.findUnique({ where: { id }, select: { state: true } });
  if (!row) throw new NotFound("Award", id);
  return fromRow(row);
}

/** The awards of a region, newest period first. */
export async function listAwards(
  db: Db,
  regionId: string,
  kind: AwardKind | undefined,
  first: number,
): Promise<Award[]> {
  const rows = await db.award.findMany({
    where: { regionId, kind },
    orderBy: [{ to: "desc" }, { id: "asc" }],
    select: { state: true },
    take: Math.min(Math.max(first, 0), 100),
  });
  return rows.map(fromRow);
}

/** Stores the one selection of its kind and period. @throws AwardAlreadyGranted */
export async function insertAward(tx: Tx, award: Award, at: Date): Promise<void> {
  const { id, regionId, kind } = award;
  const period = { from: columnOf(award.from), to: columnOf(award.to) };
  const state = award as unknown as Prisma.InputJsonValue;
  const { count } = await tx.award.createMany({
    data: [{ id, regionId, kind, ...period, state }],
    skipDuplicates: true,
  });
  if (count === 0) {
    const earlier = await tx.award.findFirstOrThrow({ where: { regionId, kind, ...period }, select: { id: true } });
    throw new AwardAlreadyGranted(earlier.id);
  }
  await append(tx, "AWARD", award, { type: "AwardGranted", by: award.grantedBy }, at);
}

const fromRow = ({ state }: { state: Prisma.JsonValue }): Award => state as unknown as Award;
