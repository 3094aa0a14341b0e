import type { FetchDataRewrite, QueryPlanFieldNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { isJsonObject, type JsonObject, readOwn } from "../json.js";
import { mergeInto } from "../run/merge.js";
import { quote } from "../write/quote.js";
import { compileRewrites } from "./rewrites.js";
import type { TypeRelations } from "./typeRelations.js";

/** How a step identifies entities to a subgraph. */
export interface Representation {
  /**
   * The representation as JSON: the variable's value, and at once the key for finding repetitions. `undefined` when
   * the object is of no type that is asked for, or lacks a needed field.
   */
  readonly text: (object: JsonObject) => string | undefined;
  /**
   * What tells an object from others of its type, where the object says no more than its representation: a value that is
   * equal for those that are alike. `undefined` when there is no such value.
   */
  readonly identity: (type: string, object: JsonObject) => unknown;
}

export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[] | undefined,
  types: TypeRelations,
): Representation {
  const rewrite = compileRewrites(inputRewrites, types);
  const select = selector(requires, types);
  const general = (object: JsonObject) => {
    const selected = select(object);
    if (selected?.__typename === undefined) return undefined;
    rewrite?.(selected);
    return JSON.stringify(selected);
  };
  if (rewrite) return { text: general, identity: () => undefined };
  const byType = new Map<string, FlatRepresentation | "general">();
  const forType = (type: string): FlatRepresentation | "general" => {
    const known = byType.get(type) ?? flat(requires, type, types) ?? "general";
    byType.set(type, known);
    return known;
  };
  return {
    text(object) {
      const type = object.__typename;
      if (typeof type !== "string") return undefined;
      const representation = forType(type);
      return representation === "general" ? general(object) : representation.text(object);
    },
    identity(type, object) {
      const representation = forType(type);
      return representation === "general" ? undefined : representation.identity(object);
    },
  };
}

interface FlatRepresentation {
  readonly text: Representation["text"];
  readonly identity: (object: JsonObject) => unknown;
}

/** The quick way, for the usual key: one fragment, fields without selections of their own. */
function flat(
  requires: readonly QueryPlanSelectionNode[],
  type: string,
  types: TypeRelations,
): FlatRepresentation | undefined {
  const applicable = requires.filter(
    (node) => node.kind === "Field" || !node.typeCondition || types.applies(node.typeCondition, type),
  );
  const [only] = applicable;
  if (applicable.length !== 1 || only?.kind !== "InlineFragment") return undefined;
  const fields = only.selections.filter(
    (node): node is QueryPlanFieldNode => node.kind === "Field" && !node.selections,
  );
  if (fields.length !== only.selections.length || !fields.some(({ name }) => name === "__typename")) return undefined;
  const keys = fields.map(({ alias, name }) => alias ?? name).filter((key) => key !== "__typename");
  const head = `{"__typename":${quote(type)}`;
  const prefixes = keys.map((key) => `,${quote(key)}:`);
  const text = (object: JsonObject) => {
    let result = head;
    for (let at = 0; at < keys.length; at++) {
      const value = readOwn(object, keys[at] as string);
      if (value === undefined) return undefined;
      result += (prefixes[at] as string) + (typeof value === "string" ? quote(value) : JSON.stringify(value));
    }
    return `${result}}`;
  };
  const [key = ""] = keys;
  const identity = (object: JsonObject) => {
    if (countFields(object) !== keys.length + 1) return undefined;
    const value = keys.length === 1 ? readOwn(object, key) : undefined;
    return typeof value === "string" || typeof value === "number" ? value : text(object);
  };
  return { text, identity };
}

function countFields(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}

/** Copies the required fields; `undefined` when one is missing. A list keeps its holes as nulls. */
type Selector = (object: JsonObject) => JsonObject | undefined;

function selector(requires: readonly QueryPlanSelectionNode[], types: TypeRelations): Selector {
  const parts = requires.map((node) =>
    node.kind === "Field" ? fieldSelector(node, types) : fragmentSelector(node, types),
  );
  return (object) => {
    const result: JsonObject = {};
    for (const part of parts) if (!part(object, result)) return undefined;
    return result;
  };
}

function fieldSelector({ alias, name, selections }: QueryPlanFieldNode, types: TypeRelations) {
  const key = alias ?? name;
  const inner = selections && selector(selections, types);
  const copy = (value: unknown): unknown => {
    if (!inner || value === null) return value;
    if (Array.isArray(value)) return value.map((element) => copy(element) ?? null);
    return isJsonObject(value) ? (inner(value) ?? null) : null;
  };
  return (object: JsonObject, result: JsonObject): boolean => {
    const value = readOwn(object, key);
    if (value === undefined) return false;
    result[key] = copy(value);
    return true;
  };
}

function fragmentSelector(
  { typeCondition, selections }: Extract<QueryPlanSelectionNode, { kind: "InlineFragment" }>,
  types: TypeRelations,
) {
  const inner = selector(selections, types);
  return (object: JsonObject, result: JsonObject): boolean => {
    const type = object.__typename;
    if (!typeCondition || (typeof type === "string" && types.applies(typeCondition, type))) {
      const selected = inner(object);
      if (selected) mergeInto(result, selected, false);
    }
    return true; // a fragment that cannot be filled leaves the others as they are
  };
}
