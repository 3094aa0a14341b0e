import { randomUUID } from "node:crypto";
import type { HallZone, Lifecycle } from "../domain/hallZone.js";
import type { Db, Tx } from "./db.js";

/** The zones of these halls, in their order. */
export async function findZones(db: Db | Tx, outletIds: readonly string[]): Promise<HallZone[]> {
  const rows = await db.hallZone.findMany({
    where: { outletId: { in: [...outletIds] } },
    orderBy: [{ outletId: "asc" }, { ordinal: "asc" }],
  });
  return rows.map((row) => ({ ...row, lifecycle: row.lifecycle as Lifecycle | null }));
}

/** Puts these zones in the place of those there were; every window shows its zone. */
export async function replaceZones(tx: Tx, outletId: string, zones: readonly HallZone[]): Promise<void> {
  await tx.hallZone.deleteMany({ where: { outletId } });
  await tx.serviceWindow.updateMany({ where: { outletId }, data: { zone: null } });
  await tx.hallZone.createMany({
    data: zones.map(({ name, nameEn, lifecycle, approval, windowIds, departmentIds }, ordinal) => ({
      ...{ id: randomUUID(), outletId, ordinal, name, nameEn, lifecycle, approval },
      ...{ windowIds: [...windowIds], departmentIds: [...departmentIds] },
    })),
  });
  for (const { name, windowIds } of zones) {
    await tx.serviceWindow.updateMany({ where: { id: { in: [...windowIds] } }, data: { zone: name } });
  }
}
