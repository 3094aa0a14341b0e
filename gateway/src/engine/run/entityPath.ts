import { isFilter, passes } from "../compile/responsePath.js";
import { isJsonObject, type JsonObject, readOwn } from "../json.js";

/** Calls `found` for each object `path` leads to, with where it stands in the answer. Only errors need this. */
export function locate(
  root: JsonObject,
  path: readonly string[],
  found: (object: JsonObject, at: readonly (string | number)[]) => void,
): void {
  const walk = (value: unknown, depth: number, at: readonly (string | number)[]): void => {
    const segment = path[depth];
    if (segment === undefined) {
      if (isJsonObject(value)) found(value, at);
    } else if (isFilter(segment)) {
      if (passes(segment, value)) walk(value, depth + 1, at);
    } else if (segment === "@") {
      if (Array.isArray(value))
        for (const [index, element] of value.entries()) walk(element, depth + 1, [...at, index]);
    } else if (isJsonObject(value)) {
      walk(readOwn(value, segment), depth + 1, [...at, segment]);
    }
  };
  walk(root, 0, []);
}
