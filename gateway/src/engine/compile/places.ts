import { isFilter } from "./responsePath.js";
import type { PlannedStep } from "./step.js";

/** A place of the answer that steps complete, and where it lies under another such place. */
export interface Place {
  readonly index: number;
  /** The nearest place above; the root has none. */
  readonly parent: Place | undefined;
  /** The way from there: response keys, `@` for a list's elements, filters by type. */
  readonly way: readonly string[];
  /** Whether its objects may also be those of another place, which differs from it by filters. */
  readonly overlaps: boolean;
  /** Whether equal entities there may be given different values by contexts, and so must not become one. */
  readonly apart: boolean;
  /** Places below, at any depth: what is known of them ends when something is added here. */
  readonly below: Place[];
}

/** Finds the places of all steps; the list goes by a step's index. */
export function placesOf(steps: readonly PlannedStep[]): Place[] {
  const byPath = new Map<string, Place>();
  const placeAt = (path: readonly string[]): Place => {
    const key = path.join("\n");
    const known = byPath.get(key);
    if (known) return known;
    const above = lengths(path).find((length) => paths.has(path.slice(0, length).join("\n")));
    const parent = above === undefined ? undefined : placeAt(path.slice(0, above));
    const apart = isApart(withoutFilters(path));
    const place: Place = { index: byPath.size, parent, way: path.slice(above), overlaps, apart, below: [] };
    byPath.set(key, place);
    return place;
  };
  const paths = new Set(["", ...steps.map(({ path }) => path.join("\n"))]);
  const overlaps = steps.some(({ path }) => path.some(isFilter));
  const isApart = betweenContexts(steps);
  const places = steps.map(({ path }) => placeAt(path));
  const bare = [...byPath].map(([key, place]) => ({ place, path: withoutFilters(key.split("\n")) }));
  for (const upper of bare)
    upper.place.below.push(...bare.filter(({ path }) => isBelow(path, upper.path)).map(({ place }) => place));
  return places;
}

/** Whether a place lies between an object that gives a context's value and one that takes it, or is one of them. */
function betweenContexts(steps: readonly PlannedStep[]): (path: string) => boolean {
  const ways = steps.flatMap(({ path, entities }) =>
    (entities?.contexts?.values ?? []).flatMap(({ sources }) =>
      sources.map(({ depth }) => ({ from: withoutFilters(path.slice(0, depth)), to: withoutFilters(path) })),
    ),
  );
  const within = (lower: string, upper: string) => lower === upper || isBelow(lower, upper);
  return (path) => ways.some(({ from, to }) => within(path, from) && within(to, path));
}

/** What is added to some objects of a list is added to objects of the list: for what lies below, filters do not count. */
export const withoutFilters = (path: readonly string[]): string =>
  path.filter((segment) => !isFilter(segment)).join("\n");

export const isBelow = (lower: string, upper: string): boolean =>
  upper === "" ? lower !== "" : lower.startsWith(`${upper}\n`);

/** Lengths of the shorter paths on the way to `path`, longest first. */
const lengths = ({ length }: readonly string[]) => Array.from({ length }, (_, index) => length - 1 - index);
