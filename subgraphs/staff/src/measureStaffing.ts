import type { Context } from "./context.js";
import { type StaffingViolation, staffingViolations } from "./domain/staffing.js";

/** Which staffing rules a region breaks on that day; eight statements however large it is. */
export async function measureStaffing(
  { loaders }: Context,
  regionId: string,
  asOf: string,
): Promise<readonly StaffingViolation[]> {
  const [rules, outlets] = await Promise.all([loaders.rulesOf.load(regionId), loaders.outletsOfRegion.load(regionId)]);
  const outletIds = outlets.map(({ id }) => id);
  const [windows, posts] = await Promise.all([
    loadAll(loaders.windowsOfOutlet, outletIds),
    loadAll(loaders.postsOfOutlet, outletIds),
  ]);
  const [windowDepartments, holdings] = await Promise.all([
    loadAll(
      loaders.departmentsAtWindow,
      windows.map(({ id }) => id),
    ),
    loadAll(
      loaders.holdingsOfPost,
      posts.map(({ id }) => id),
    ),
  ]);
  return staffingViolations(rules, { outlets, windows, windowDepartments, posts, holdings }, asOf);
}

const loadAll = async <V>(loader: { load(id: string): Promise<V[]> }, ids: readonly string[]): Promise<V[]> =>
  (await Promise.all(ids.map((id) => loader.load(id)))).flat();
