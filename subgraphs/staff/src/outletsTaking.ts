import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { existsOn, type Outlet } from "./domain/outlet.js";

/**
 * The outlets that can take a matter: those with a window of its department, and those of the department's region
 * that take a list the matter stands on (R022, R031).
 */
export async function outletsTaking(
  { loaders, clock }: Context,
  departmentId: string,
  lists: readonly string[],
): Promise<Outlet[]> {
  const [department, presences] = await Promise.all([
    loaders.departmentById.load(departmentId),
    loaders.windowsTaking.load(departmentId),
  ]);
  if (!department) return [];
  const windows = await Promise.all(presences.map(({ windowId }) => loaders.windowById.load(windowId)));
  const withWindow = new Set(windows.map((window) => window?.outletId));
  const today = officeDay(clock());
  return (await loaders.outletsOfRegion.load(department.regionId)).filter(
    (outlet) =>
      existsOn(outlet, today) && (withWindow.has(outlet.id) || outlet.lists.some((list) => lists.includes(list))),
  );
}
