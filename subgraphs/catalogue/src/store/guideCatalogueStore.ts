import type { GuideCatalogueEntry, GuideCatalogueLevel } from "../domain/guideCatalogue.js";
import type { Db, Tx } from "./db.js";

/** One level's guide catalogue of a region, in its own order; empty where there is none. */
export async function findGuideCatalogue(
  db: Db | Tx,
  regionId: string,
  level: GuideCatalogueLevel,
): Promise<GuideCatalogueEntry[]> {
  const rows = await db.guideCatalogueEntry.findMany({ where: { regionId, level }, orderBy: { place: "asc" } });
  return rows as GuideCatalogueEntry[];
}

export async function insertGuideCatalogue(tx: Tx, entries: readonly GuideCatalogueEntry[]): Promise<void> {
  await tx.guideCatalogueEntry.createMany({ data: [...entries] });
}
