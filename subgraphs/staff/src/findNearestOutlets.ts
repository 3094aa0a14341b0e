import { isOpen } from "@yimen/workdays/openNow";
import type { Context } from "./context.js";
import { boxAround, requireOnEarth } from "./domain/coordinates.js";
import {
  type NearbyOutlet,
  nearestFirst,
  regionsOf,
  requireSearch,
  type Search,
  unlocated,
} from "./domain/nearestOutlets.js";
import type { Outlet, OutletKind } from "./domain/outlet.js";
import { outletsTaking } from "./outletsTaking.js";
import { listOutlets } from "./store/outletStore.js";

/** What else narrows a search. */
export interface NearestFilter extends Search {
  /** Only those whose doors are open at that instant (R021). */
  readonly openAt: Date | null;
}

interface PlaceFilter extends NearestFilter {
  readonly regionId?: string | null;
  readonly kind?: OutletKind | null;
  /** The office day on which they exist. */
  readonly day: string;
}

/**
 * The nearest outlets, and after them those of the same regions of which nobody knows how far they are (R023).
 *
 * @throws CoordinatesNotAllowed, SearchNotAllowed
 */
export async function findNearestOutlets(context: Context, filter: PlaceFilter): Promise<NearbyOutlet[]> {
  const { from, within, first, regionId } = filter;
  requireSearch(filter);
  requireOnEarth(from);
  const open = (outlets: readonly Outlet[]) => openOnes(context, outlets, filter.openAt);
  const located = nearestFirst(
    open(await listOutlets(context.db, { ...filter, box: boxAround(from, within) })),
    filter,
  );
  if (located.length >= first) return located.slice(0, first);
  const regionIds = regionId ? [regionId] : regionsOf(located);
  const rest = await listOutlets(context.db, { ...filter, regionIds, located: false });
  return [...located, ...unlocated(open(rest), regionIds)].slice(0, first);
}

/**
 * The same of the outlets that can take a matter (R022); those of its region, so all that are not located stand after.
 *
 * @throws CoordinatesNotAllowed, SearchNotAllowed
 */
export async function nearestOutletsTaking(
  context: Context,
  departmentId: string,
  lists: readonly string[],
  filter: NearestFilter,
): Promise<NearbyOutlet[]> {
  requireSearch(filter);
  requireOnEarth(filter.from);
  const outlets = openOnes(context, await outletsTaking(context, departmentId, lists), filter.openAt);
  const regionIds = [...new Set(outlets.map(({ regionId }) => regionId))];
  return [...nearestFirst(outlets, filter), ...unlocated(outlets, regionIds)].slice(0, filter.first);
}

const openOnes = ({ calendar }: Context, outlets: readonly Outlet[], at: Date | null) =>
  at ? outlets.filter(({ hours }) => isOpen(hours, at, calendar)) : outlets;
