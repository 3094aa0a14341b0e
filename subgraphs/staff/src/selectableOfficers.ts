import type { Context } from "./context.js";
import { requireService } from "./domain/authority.js";
import { type Selectable, selectableAt } from "./domain/selectable.js";

/**
 * Whom a citizen may choose now at an outlet for a department's matters (R182); nobody where there is no such outlet.
 *
 * @throws NotAService
 */
export async function selectableOfficers(
  { caller, loaders, clock, calendar }: Context,
  outletId: string,
  departmentId: string,
): Promise<Selectable[]> {
  requireService(caller);
  const [roster, windows] = await Promise.all([
    loaders.rosterOf.load(outletId),
    loaders.windowsOfOutlet.load(outletId),
  ]);
  if (!roster) return [];
  const atWindow = await Promise.all(windows.map(({ id }) => loaders.departmentsAtWindow.load(id)));
  return selectableAt(roster, windows, atWindow.flat(), departmentId, clock(), calendar);
}
