import { isJsonObject, type JsonObject, readOwn } from "../json.js";

/** The objects that `path` leads to; one that is reached twice is listed twice. */
export function objectsAt(root: JsonObject, path: readonly string[]): JsonObject[] {
  let values: unknown[] = [root];
  for (const segment of path) {
    const next: unknown[] = [];
    for (const value of values) {
      if (segment === "@") {
        if (Array.isArray(value)) for (const element of value) next.push(element);
      } else if (typeof value === "object" && value !== null) {
        next.push(readOwn(value as JsonObject, segment));
      }
    }
    values = next;
  }
  return values.filter(isJsonObject);
}

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
    } else if (segment === "@") {
      if (Array.isArray(value))
        for (const [index, element] of value.entries()) walk(element, depth + 1, [...at, index]);
    } else if (isJsonObject(value)) {
      walk(readOwn(value, segment), depth + 1, [...at, segment]);
    }
  };
  walk(root, 0, []);
}
