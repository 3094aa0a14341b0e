import type { FetchNode } from "@apollo/query-planner";
import { Kind, type TypeNode } from "graphql";
import { isJsonObject, type JsonObject, readOwn } from "../json.js";
import type { ContextSelection } from "./contextSelection.js";
import { isFilter } from "./responsePath.js";
import type { TypeRelations } from "./typeRelations.js";

/** A value that a step's fields take from an object above them. */
export interface ContextValue {
  readonly type: TypeNode;
  /** Where it may be, nearest first: the first object that can have it decides. */
  readonly sources: readonly ContextSource[];
}

export interface ContextSource {
  /** How many segments of the step's path lead to the object that has it. */
  readonly depth: number;
  /** The field of that object that leads to it. */
  readonly key: string;
  /** @returns `undefined` where there is none, for the object is of another type or lacks it */
  readonly read: (value: unknown, lacks: Lacks) => unknown;
}

/** Told of a field that should be there and is not. */
export type Lacks = (object: JsonObject, key: string) => void;

const UP = "..";
const FRAGMENT = "... on ";

/** The values of a step's variables, in their order. */
export function compileContextValues(
  { variables }: ContextSelection,
  rewrites: FetchNode["contextRewrites"],
  path: readonly string[],
  types: TypeRelations,
): ContextValue[] {
  return variables.map(({ name, type }) => {
    const own = (rewrites ?? []).filter(({ renameKeyTo }) => renameKeyTo === name);
    const sources = own.map((rewrite): ContextSource => {
      const levels = rewrite.path.filter((segment) => segment === UP).length;
      const way = rewrite.path.slice(levels);
      const key = way.find((segment) => !segment.startsWith(FRAGMENT)) ?? "";
      return { depth: lengthAbove(path, levels), key, read: compileRead(way, types) };
    });
    return { type, sources: sources.sort((a, b) => b.depth - a.depth) };
  });
}

/** How long a path is that leads to the object so many fields above. */
function lengthAbove(path: readonly string[], levels: number): number {
  let { length } = path;
  for (let left = levels; left > 0; left--) {
    while (length > 0 && !isField(path[length - 1] as string)) length--;
    if (length === 0) throw new Error("A context's value lies above the root.");
    length--;
  }
  return length;
}

const isField = (segment: string): boolean => segment !== "@" && !isFilter(segment);

function compileRead([first, ...rest]: readonly string[], types: TypeRelations): ContextSource["read"] {
  if (first === undefined) return (value) => value;
  const inner = compileRead(rest, types);
  const condition = first.startsWith(FRAGMENT) ? first.slice(FRAGMENT.length) : undefined;
  return function read(value, lacks): unknown {
    if (Array.isArray(value)) return value.map((element) => read(element, lacks) ?? null);
    if (!isJsonObject(value)) return value;
    if (condition === undefined) {
      const found = readOwn(value, first);
      if (found === undefined) lacks(value, first);
      return inner(found, lacks);
    }
    const type = value.__typename;
    return typeof type !== "string" || types.applies(condition, type) ? inner(value, lacks) : undefined;
  };
}

/** The value with null where one is missing, as far up as the type demands; `undefined` when it may not be null itself. */
export function asInput(type: TypeNode, value: unknown): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return asInput(type.type, value) ?? undefined;
  if (type.kind !== Kind.LIST_TYPE || !Array.isArray(value)) return value ?? null;
  const elements = value.map((element) => asInput(type.type, element));
  return elements.includes(undefined) ? null : elements;
}
