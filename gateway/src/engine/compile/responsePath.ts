import { isJsonObject } from "../json.js";
import type { TypeRelations } from "./typeRelations.js";

/** Begins a segment that leads no further, but only lets objects of some types pass: `|Book|Film|`. */
const FILTER = "|";

/**
 * Reads a path of the plan, whose elements look like `reviews`, `@`, or `media|[Book,Film]` where what follows is only
 * meant for objects of these types. An object that is only known by an abstract type's name may be one of them.
 */
export function readPath(path: readonly (string | number)[], types: TypeRelations): string[] {
  const segments = path.flatMap((element) => {
    const [name = "", listed] = String(element).split(FILTER);
    const names = listed?.replace(/[[\]]/g, "").split(",") ?? [];
    const passing = new Set([...names, ...names.flatMap((type) => types.abstractTypesOf(type))]);
    return [name, passing.size > 0 ? `${FILTER}${[...passing].join(FILTER)}${FILTER}` : ""].filter(Boolean);
  });
  return isFilter(segments.at(-1) ?? "") ? segments.slice(0, -1) : segments;
}

export const isFilter = (segment: string): boolean => segment.startsWith(FILTER);

/** Whether a filter lets a value pass. */
export function passes(filter: string, value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  return typeof value.__typename !== "string" || filter.includes(`${FILTER}${value.__typename}${FILTER}`);
}
