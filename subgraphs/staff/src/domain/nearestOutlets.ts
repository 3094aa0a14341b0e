import { DomainError } from "@yimen/kernel/errors";
import { type Coordinates, distanceBetween } from "./coordinates.js";
import type { Outlet } from "./outlet.js";
import { plans } from "./plans.js";

/** What somebody looks for outlets by. */
export interface Search {
  readonly from: Coordinates;
  /** Metres. */
  readonly within: number;
  readonly first: number;
}

/** An outlet, and how far it is in whole metres as the crow flies; `null` where nobody measured where it is. */
export interface NearbyOutlet {
  readonly outlet: Outlet;
  readonly distance: number | null;
}

const FARTHEST = 200_000; // metres
const MOST = 100;

export class SearchNotAllowed extends DomainError {
  readonly code = "OUTLET_SEARCH_NOT_ALLOWED";
  constructor() {
    super(
      {
        zh: `within 须为 1 至 ${FARTHEST} 米,first 须为 1 至 ${MOST}。`,
        en: `"within" is 1 to ${FARTHEST} metres, "first" 1 to ${MOST}.`,
      },
      { within: FARTHEST, first: MOST },
      plans.R023,
    );
  }
}

/** @throws SearchNotAllowed */
export function requireSearch({ within, first }: Search): void {
  if (within < 1 || within > FARTHEST || first < 1 || first > MOST) throw new SearchNotAllowed();
}

/** Outlets of the circle, the nearest first; equally far ones by their ids. */
export const nearestFirst = (outlets: readonly Outlet[], { from, within }: Search): NearbyOutlet[] =>
  outlets
    .flatMap((outlet) => {
      const metres = outlet.coordinates && distanceBetween(from, outlet.coordinates);
      return metres === null || metres > within ? [] : [{ outlet, distance: Math.round(metres) }];
    })
    .sort((a, b) => a.distance - b.distance || byId(a.outlet, b.outlet));

/** The regions of these outlets, each where its first outlet stands. */
export const regionsOf = (nearby: readonly NearbyOutlet[]): string[] => [
  ...new Set(nearby.map(({ outlet }) => outlet.regionId)),
];

/** Outlets that may be as near, but nobody measured where they are: by region in the given order, then by their ids. */
export const unlocated = (outlets: readonly Outlet[], regionIds: readonly string[]): NearbyOutlet[] =>
  outlets
    .filter(({ coordinates, regionId }) => coordinates === null && regionIds.includes(regionId))
    .sort((a, b) => regionIds.indexOf(a.regionId) - regionIds.indexOf(b.regionId) || byId(a, b))
    .map((outlet) => ({ outlet, distance: null }));

const byId = (a: Outlet, b: Outlet) => (a.id < b.id ? -1 : 1);
