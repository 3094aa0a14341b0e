import { SiblingUnavailable } from "@yimen/kernel/siblingClient";
import type { Context } from "./context.js";
import { type PlannedWindow, planWindows } from "./domain/windowPlan.js";

/**
 * Which departments of a region should share a comprehensive window, from what they had to do (R073, R074). Planned are
 * those that had cases, and those that are at a window already: a quiet year does not take their window away.
 *
 * @throws WindowCountInvalid, SiblingUnavailable
 */
export async function planRegionWindows(
  { cases, loaders }: Context,
  regionId: string,
  { from, to, windows }: { readonly from: string; readonly to: string; readonly windows: number },
): Promise<PlannedWindow[]> {
  if (!cases) throw new SiblingUnavailable("cases", new Error("no such sibling is configured"));
  const [departments, volumes] = await Promise.all([
    loaders.departmentsOfRegion.load(regionId),
    cases.departmentVolumes(regionId, from, to),
  ]);
  const volumeOf = new Map(volumes.map((each) => [each.departmentId, each]));
  const loads = await Promise.all(
    departments.map(async ({ id, field }) => {
      const { received = 0, matters = 0 } = volumeOf.get(id) ?? {};
      const present = received > 0 || (await loaders.windowsTaking.load(id)).length > 0;
      return present ? [{ departmentId: id, field: field ?? null, received, matters }] : [];
    }),
  );
  return planWindows(loads.flat(), windows);
}
