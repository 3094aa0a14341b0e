import type { Context } from "./context.js";
import {
  type Adoption,
  adoption,
  type GuideCatalogueEntry,
  type GuideCatalogueLevel,
} from "./domain/guideCatalogue.js";
import { findMattersOfDepartment } from "./store/matterStore.js";

/** One level's guide catalogue of a region. */
export interface RegionCatalogue {
  readonly regionId: string;
  readonly level: GuideCatalogueLevel;
  readonly entries: readonly GuideCatalogueEntry[];
}

/** What a town or village has adopted of its guide catalogue (R026). */
export async function adoptionBy(
  { db }: Context,
  { entries }: RegionCatalogue,
  departmentId: string,
): Promise<Adoption> {
  const offered = await findMattersOfDepartment(db, departmentId);
  return adoption(
    entries.map(({ basicCode }) => basicCode),
    offered,
  );
}
