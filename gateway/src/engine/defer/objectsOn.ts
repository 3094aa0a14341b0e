import type { TypeRelations } from "../compile/typeRelations.js";
import { isJsonObject, type JsonObject, readOwn } from "../json.js";
import type { ResponsePath } from "../run/problems.js";

const FRAGMENT = "... on ";

/** The objects that a deferred part's path leads to, through lists, and where each stands. */
export function objectsOn(
  path: readonly string[],
  root: JsonObject,
  types: TypeRelations,
): { readonly object: JsonObject; readonly path: ResponsePath }[] {
  const walk = (value: unknown, depth: number, at: ResponsePath): ReturnType<typeof objectsOn> => {
    if (Array.isArray(value)) return value.flatMap((element, index) => walk(element, depth, [...at, index]));
    if (!isJsonObject(value)) return [];
    const segment = path[depth];
    if (segment === undefined) return [{ object: value, path: at }];
    if (!segment.startsWith(FRAGMENT)) return walk(readOwn(value, segment), depth + 1, [...at, segment]);
    const type = value.__typename;
    const applies = typeof type !== "string" || types.applies(segment.slice(FRAGMENT.length), type);
    return applies ? walk(value, depth + 1, at) : [];
  };
  return walk(root, 0, []);
}
