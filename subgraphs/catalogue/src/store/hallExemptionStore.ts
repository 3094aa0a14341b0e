import { columnOf, dayOf } from "@yimen/workdays/dateColumn";
import type { ExemptionReason, HallExemption } from "../domain/hallPresence.js";
import type { HallExemptionModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export async function findExemptionsOfRegion(db: Db, regionId: string): Promise<HallExemption[]> {
  return (await db.hallExemption.findMany({ where: { regionId }, orderBy: { matterId: "asc" } })).map(fromRow);
}

/** The exemptions of these matters, at most one each. */
export async function findExemptions(db: Db | Tx, matterIds: readonly string[]): Promise<HallExemption[]> {
  return (await db.hallExemption.findMany({ where: { matterId: { in: [...matterIds] } } })).map(fromRow);
}

/** A matter that is exempted anew is exempted for the new reason. */
export async function saveExemption(tx: Tx, exemption: HallExemption): Promise<void> {
  const { matterId, ...rest } = { ...exemption, decidedOn: columnOf(exemption.decidedOn) };
  await tx.hallExemption.upsert({ where: { matterId }, create: { matterId, ...rest }, update: rest });
}

/** @returns whether there was one */
export async function deleteExemption(tx: Tx, matterId: string): Promise<boolean> {
  return (await tx.hallExemption.deleteMany({ where: { matterId } })).count > 0;
}

const fromRow = (row: HallExemptionModel): HallExemption => ({
  ...row,
  reason: row.reason as ExemptionReason,
  decidedOn: dayOf(row.decidedOn),
});
