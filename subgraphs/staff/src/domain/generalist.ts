import type { OutletKind } from "./outlet.js";
import type { Window } from "./window.js";

/** A window as far as full-post service goes: its zone, whose matters it takes, and what its people are certified for. */
export interface ZoneWindow extends Pick<Window, "id" | "kind" | "zone"> {
  readonly departmentIds: readonly string[];
  /** Departments that each person at the window is certified for. */
  readonly people: ReadonlyMap<string, readonly string[]>;
}

/** How far "one person on post, every matter handled" has come in a zone (全岗通, R162). */
export interface ZoneCoverage {
  /** `null` for windows that belong to no zone. */
  readonly zone: string | null;
  /** Whose matters the zone takes. */
  readonly departmentIds: readonly string[];
  readonly people: number;
  /** Those certified for every one of these departments. */
  readonly certifiedForAll: number;
  /** 0..1; `null` while nobody serves there or nothing is taken there. */
  readonly share: number | null;
}

/** One line for each zone, in the order of their names; windows without one come first. */
export function zoneCoverage(windows: readonly ZoneWindow[]): ZoneCoverage[] {
  const zones = Map.groupBy(windows, ({ zone }) => zone);
  return [...zones.keys()]
    .sort((one, other) => ((one ?? "") < (other ?? "") ? -1 : 1))
    .map((zone) => coverageOf(zone, zones.get(zone) ?? []));
}

function coverageOf(zone: string | null, windows: readonly ZoneWindow[]): ZoneCoverage {
  const departmentIds = [...new Set(windows.flatMap((window) => window.departmentIds))].sort();
  const certified = new Map(windows.flatMap(({ people }) => [...people]));
  const all = [...certified.values()].filter((own) => departmentIds.every((id) => own.includes(id)));
  const measurable = certified.size > 0 && departmentIds.length > 0;
  return {
    zone,
    departmentIds,
    people: certified.size,
    certifiedForAll: departmentIds.length > 0 ? all.length : 0,
    share: measurable ? all.length / certified.size : null,
  };
}

/** Where every window is to take everything (R163). */
export const generalistKinds: readonly OutletKind[] = ["SUB_CENTRE", "STREET_CENTRE"];

/** Share of the windows that take everything, 0..1; `null` where there are none (全科受理, R163). */
export const generalistShare = (windows: readonly Pick<Window, "kind">[]): number | null =>
  windows.length === 0 ? null : windows.filter(({ kind }) => kind === "GENERALIST").length / windows.length;
