import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from "graphql";
import type { TypeRelations } from "../compile/typeRelations.js";
import type { Completion } from "./completion.js";
import { quote } from "./quote.js";

/** Writes a value that is there; `undefined` when it has to be null after all. What was wrong is in `completion`. */
export type Write = (value: unknown, completion: Completion) => string | undefined;

/** How each type's values are written; `undefined` for what is not one of them. */
const builtIn: Readonly<Record<string, (value: unknown, completion: Completion) => string | undefined>> = {
  String: (value, completion) => (typeof value === "string" ? completion.quote(value) : undefined),
  Boolean: (value) => (typeof value === "boolean" ? String(value) : undefined),
  Int: (value) => (isInt32(value) ? String(value) : undefined),
  Float: (value) => (typeof value === "number" ? String(value) : undefined),
  ID: (value, completion) => {
    if (typeof value === "string") return completion.quote(value);
    return Number.isInteger(value) ? `"${value}"` : undefined;
  },
};

const isInt32 = (value: unknown) => typeof value === "number" && (value | 0) === value;

export function compileLeaf(type: GraphQLLeafType, types: TypeRelations): Write {
  const write = isEnumType(type)
    ? enumText(type.getValues().map(({ name }) => name))
    : isSpecifiedScalarType(type)
      ? builtIn[type.name]
      : undefined;
  if (!write) return customText(type.name);
  return (value, completion) => {
    const text = write(value, completion);
    // What clients do not see is null to them (federation: @inaccessible); that is nothing gone wrong.
    if (text === undefined && !types.hidesValue(type.name, value)) completion.wrongValue(type.name);
    return text;
  };
}

/** Custom scalars are the subgraphs' business, as long as they can be written. */
const customText =
  (type: string): Write =>
  (value, completion) => {
    try {
      return JSON.stringify(value);
    } catch {
      completion.wrongValue(type); // nested deeper than the stack
      return undefined;
    }
  };

function enumText(names: readonly string[]) {
  const texts = new Map<unknown, string>(names.map((name) => [name, quote(name)]));
  return (value: unknown) => texts.get(value);
}
