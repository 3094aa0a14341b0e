import type { Context } from "./context.js";
import { requireOwnWorkplace } from "./domain/authority.js";
import { type ConnectionState, connectionAt } from "./domain/connection.js";
import { existsOn, type Outlet } from "./domain/outlet.js";
import { noteConnection } from "./store/connectionStore.js";
import { getOutlet } from "./store/outletStore.js";

/**
 * An outlet's computer tells that its connection is up. Nothing but the time is kept, so that a report has no key: sent
 * twice it says the same.
 *
 * @returns the outlet's id
 * @throws NotOwnWorkplace, OutletNotFound
 */
export async function reportConnection({ db, caller, clock }: Context, outletId: string): Promise<string> {
  requireOwnWorkplace(caller, outletId);
  await getOutlet(db, outletId);
  await noteConnection(db, outletId, clock());
  return outletId;
}

/** How an outlet's connection stands now. */
export async function measureConnection(
  { loaders, clock, calendar }: Context,
  { id, hours }: Outlet,
): Promise<ConnectionState> {
  const report = await loaders.connectionOf.load(id);
  return connectionAt(hours, report?.lastAt ?? null, clock(), calendar);
}

/** The outlets of a region whose connection is down (R202). */
export async function findOfflineOutlets(context: Context, regionId: string, day: string): Promise<Outlet[]> {
  const outlets = (await context.loaders.outletsOfRegion.load(regionId)).filter((each) => existsOn(each, day));
  const states = await Promise.all(outlets.map((outlet) => measureConnection(context, outlet)));
  return outlets.filter((_, index) => states[index] === "OFFLINE");
}
