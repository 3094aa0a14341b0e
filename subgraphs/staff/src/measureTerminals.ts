import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { boxAround, requireOnEarth } from "./domain/coordinates.js";
import { nearestFirst, requireSearch, type Search } from "./domain/nearestOutlets.js";
import { inUseOn, ruleOn, type Terminal, type TerminalKind, type TerminalRule } from "./domain/terminal.js";
import { isStale, standingOf, type TerminalStanding, verifyBy } from "./domain/terminalStanding.js";
import { listOutlets } from "./store/outletStore.js";
import { findTerminalsAt } from "./store/terminalStore.js";

const unknown: TerminalStanding = { state: "UNKNOWN", offlineSince: null };

/** How a terminal stands now; one that was removed stands nowhere. */
export async function measureTerminal(context: Context, terminal: Terminal): Promise<TerminalStanding> {
  const { loaders, clock, calendar } = context;
  const now = clock();
  const outlet = await loaders.outletById.load(terminal.outletId);
  if (!outlet || !inUseOn(terminal, officeDay(now))) return unknown;
  return standingOf(terminal, outlet.hours, await ruleOf(context, terminal), now, calendar);
}

/** Until when what is known of it holds, and whether that day is over (R020); `null` where the region set no limit. */
export async function measureUpkeep(context: Context, terminal: Terminal) {
  const rule = await ruleOf(context, terminal);
  const today = officeDay(context.clock());
  return { stale: isStale(terminal, rule, today), verifyBy: rule && verifyBy(terminal, rule) };
}

async function ruleOf({ loaders, clock }: Context, { outletId }: Terminal): Promise<TerminalRule | null> {
  const outlet = await loaders.outletById.load(outletId);
  return outlet && ruleOn(await loaders.terminalRulesOf.load(outlet.regionId), officeDay(clock()));
}

/** The terminals in use among these. */
export const inUse = ({ clock }: Context, terminals: readonly Terminal[]): Terminal[] =>
  terminals.filter((each) => inUseOn(each, officeDay(clock())));

/** Those of these that are in use and in that state. */
export async function inState(
  context: Context,
  terminals: readonly Terminal[],
  wanted: TerminalStanding["state"],
): Promise<Terminal[]> {
  const used = inUse(context, terminals);
  const standings = await Promise.all(used.map((each) => measureTerminal(context, each)));
  return used.filter((_, index) => standings[index]?.state === wanted);
}

/** How the terminals of a region stand (R019, R020). */
export async function measureRegionTerminals(context: Context, regionId: string) {
  const outlets = await context.loaders.outletsOfRegion.load(regionId);
  const terminals = inUse(
    context,
    await findTerminalsAt(
      context.db,
      outlets.map(({ id }) => id),
    ),
  );
  const upkeep = await Promise.all(terminals.map((each) => measureUpkeep(context, each)));
  return {
    total: terminals.length,
    available: await inState(context, terminals, "ONLINE"),
    offline: await inState(context, terminals, "OFFLINE"),
    stale: terminals.filter((_, index) => upkeep[index]?.stale),
  };
}

/** What narrows a search for terminals. */
export interface TerminalSearch extends Search {
  readonly kind?: TerminalKind | null;
  readonly matterId?: string | null;
}

/**
 * The nearest terminals that can be used now, the nearest first (R019); of an outlet that nobody has measured none, for
 * there is no telling that it is near.
 *
 * @throws CoordinatesNotAllowed, SearchNotAllowed
 */
export async function findNearestTerminals(context: Context, search: TerminalSearch) {
  const { from, within, first, kind, matterId } = search;
  requireSearch(search);
  requireOnEarth(from);
  const day = officeDay(context.clock());
  const outlets = nearestFirst(await listOutlets(context.db, { box: boxAround(from, within), day }), search);
  const standing = await findTerminalsAt(
    context.db,
    outlets.map(({ outlet }) => outlet.id),
  );
  const fitting = standing.filter(
    (each) => (!kind || each.kind === kind) && (!matterId || each.matterIds.includes(matterId)),
  );
  const available = Map.groupBy(await inState(context, fitting, "ONLINE"), ({ outletId }) => outletId);
  return outlets
    .flatMap(({ outlet, distance }) => (available.get(outlet.id) ?? []).map((terminal) => ({ terminal, distance })))
    .slice(0, first);
}
