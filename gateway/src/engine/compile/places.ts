import type { PlannedStep } from "./step.js";

/** A place of the answer that steps complete, and where it lies under another such place. */
export interface Place {
  readonly index: number;
  /** The nearest place above; the root has none. */
  readonly parent: Place | undefined;
  /** The way from there: response keys, `@` for a list's elements. */
  readonly way: readonly string[];
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
    const place: Place = { index: byPath.size, parent, way: path.slice(above), below: [] };
    for (let up = parent; up; up = up.parent) up.below.push(place);
    byPath.set(key, place);
    return place;
  };
  const paths = new Set(["", ...steps.map(({ path }) => path.join("\n"))]);
  return steps.map(({ path }) => placeAt(path));
}

/** Lengths of the shorter paths on the way to `path`, longest first. */
const lengths = ({ length }: readonly string[]) => Array.from({ length }, (_, index) => length - 1 - index);
