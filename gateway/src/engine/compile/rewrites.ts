import type { FetchDataRewrite } from "@apollo/query-planner";
import { isJsonObject, type JsonObject, readOwn, writeOwn } from "../json.js";
import type { TypeRelations } from "./typeRelations.js";

const FRAGMENT = "... on ";

/** Changes the planner asks for in what is sent to, or came from, a subgraph. `value` is changed in place. */
export type Rewrite = (value: unknown) => void;

export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  types: TypeRelations,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const all = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => {
    for (const rewrite of all) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, types: TypeRelations): Rewrite {
  const path = rewrite.path.slice(0, -1);
  const key = rewrite.path.at(-1) ?? "";
  return compilePath(
    path,
    types,
    rewrite.kind === "ValueSetter" ? setter(key, rewrite.setValueTo) : renamer(key, rewrite.renameKeyTo),
  );
}

const setter = (key: string, value: unknown) => (object: JsonObject) => writeOwn(object, key, value);

const renamer = (from: string, to: string) => (object: JsonObject) => {
  const value = readOwn(object, from);
  if (value === undefined) return;
  writeOwn(object, to, value);
  object[from] = undefined;
};

function compilePath(path: readonly string[], types: TypeRelations, change: (object: JsonObject) => void): Rewrite {
  const [first, ...rest] = path;
  const inner = first === undefined ? change : compilePath(rest, types, change);
  const atObject = first === undefined ? change : compileStep(first, types, inner as Rewrite);
  return function apply(value: unknown): void {
    if (Array.isArray(value)) for (const element of value) apply(element);
    else if (isJsonObject(value)) atObject(value);
  };
}

function compileStep(step: string, types: TypeRelations, inner: Rewrite): (object: JsonObject) => void {
  if (!step.startsWith(FRAGMENT)) return (object) => inner(readOwn(object, step));
  const condition = step.slice(FRAGMENT.length);
  return (object) => {
    const type = object.__typename;
    if (typeof type !== "string" || types.applies(condition, type)) inner(object);
  };
}

/** How the planner's renaming changes the names in an error's path. */
export function renamedKeys(rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<string, string> {
  const renamers = (rewrites ?? []).filter((rewrite) => rewrite.kind === "KeyRenamer");
  return new Map(renamers.map((rewrite) => [rewrite.path.at(-1) ?? "", rewrite.renameKeyTo]));
}
