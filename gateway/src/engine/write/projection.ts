import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  type SelectionSetNode,
} from "graphql";
import { isInherited, isJsonObject, type JsonObject, readOwn } from "../json.js";
import type { Completion } from "./completion.js";
import { collectFields, type SelectionScope } from "./fields.js";
import { identified, personalLeaf, withheldWriter } from "./guarded.js";
import { compileLeaf, type Write } from "./leaf.js";
import { quote } from "./quote.js";

/** Writes one field of an object, name and all but the comma; `undefined` when the object has to be null. */
export type WriteField = (object: JsonObject, completion: Completion) => string | undefined;

/** Writes objects of one type at one place of the operation. */
export type WriteObject = (object: JsonObject, completion: Completion) => string | undefined;

/** A place in the answer: how a value there is written, and whether it may be null. */
interface Place {
  readonly write: Write;
  readonly nonNull: boolean;
}

/**
 * Compiles what an operation selects into functions that write the answer's JSON straight from the merged data,
 * completing values by the specification (§6.4.3, §6.4.4): wrong values become null, forbidden nulls take their parent
 * with them.
 */
export function compileObject(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  scope: SelectionScope,
): WriteObject {
  const fields = [...collectFields(selectionSets, type, scope)].flatMap(
    ([key, nodes]) => compileField(key, nodes, type, scope) ?? [],
  );
  const prefixes = fields.map(({ key }, index) => `${index === 0 ? "{" : ","}${quote(key)}:`);
  const writers = fields.map(({ write }) => write);
  if (fields.length === 0) return () => "{}";
  return identified(type.name, scope, (object, completion) => {
    completion.objects++;
    let text = "";
    for (let at = 0; at < writers.length; at++) {
      const part = (writers[at] as WriteField)(object, completion);
      if (part === undefined) return undefined;
      text += (prefixes[at] as string) + part;
    }
    return `${text}}`;
  });
}

function compileField(
  key: string,
  nodes: readonly FieldNode[],
  parent: GraphQLCompositeType,
  scope: SelectionScope,
): { key: string; write: WriteField } | undefined {
  const name = nodes[0]?.name.value ?? "";
  if (name === "__typename") return { key, write: typenameWriter(parent) };
  if (name === "__schema" || name === "__type")
    return { key, write: (_, completion) => completion.introspection?.get(key) ?? "null" };
  const field = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (!field) return undefined;
  const coordinate = `${parent.name}.${name}`;
  if (scope.view?.withholds(coordinate)) return { key, write: withheldWriter(key, isNonNullType(field.type)) };
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return { key, write: fieldWriter(key, compilePlace(field.type, selectionSets, coordinate, scope), coordinate) };
}

const typenameWriter = (parent: GraphQLCompositeType): WriteField => {
  if (!isAbstractType(parent)) return () => quote(parent.name);
  return (_, completion) => {
    completion.forbiddenNull(`field ${parent.name}.__typename`);
    completion.within("__typename", completion.mark - 1);
    return undefined;
  };
};

function fieldWriter(key: string, { write, nonNull }: Place, coordinate: string): WriteField {
  const absent = nonNull ? undefined : "null";
  const inherited = isInherited(key);
  return (object, completion) => {
    const value = inherited ? readOwn(object, key) : object[key];
    const mark = completion.mark;
    let text: string | undefined;
    if (value !== undefined && value !== null) {
      text = write(value, completion);
      if (text === undefined && nonNull && completion.mark === mark) completion.forbiddenNull(`field ${coordinate}`);
    } else if (!(value === undefined && completion.missing(object, key)) && nonNull)
      completion.forbiddenNull(`field ${coordinate}`);
    if (completion.mark !== mark) completion.within(key, mark);
    return text ?? absent;
  };
}

function compilePlace(
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
  coordinate: string,
  scope: SelectionScope,
): Place {
  if (isNonNullType(type)) return { ...compilePlace(type.ofType, selectionSets, coordinate, scope), nonNull: true };
  if (isListType(type))
    return {
      write: listWriter(compilePlace(type.ofType, selectionSets, coordinate, scope), coordinate),
      nonNull: false,
    };
  if (isLeafType(type))
    return { write: personalLeaf(coordinate, scope, compileLeaf(type, scope.types)), nonNull: false };
  return { write: compileComposite(type, selectionSets, scope), nonNull: false };
}

function listWriter({ write, nonNull }: Place, coordinate: string): Write {
  return (value, completion) => {
    if (!Array.isArray(value)) {
      completion.wrongValue(`list for ${coordinate}`);
      return undefined;
    }
    let text = "";
    for (let at = 0; at < value.length; at++) {
      const element: unknown = value[at];
      const mark = completion.mark;
      let part: string | undefined;
      if (element !== null && element !== undefined) part = write(element, completion);
      if (part === undefined && nonNull && completion.mark === mark)
        completion.forbiddenNull(`element of ${coordinate}`);
      if (completion.mark !== mark) completion.within(at, mark);
      if (part === undefined && nonNull) return undefined;
      text += at === 0 ? (part ?? "null") : `,${part ?? "null"}`;
    }
    return `[${text}]`;
  };
}

/** Writes objects that are of `type`, whichever of its kinds each is. */
export function compileComposite(
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
  scope: SelectionScope,
): Write {
  const isAbstract = isAbstractType(type);
  const writers = new Map<string, WriteObject | undefined>();
  const writerFor = (name: string): WriteObject | undefined => {
    if (writers.has(name)) return writers.get(name);
    const actual = scope.schema.getType(name);
    const writer = isCompositeType(actual) ? compileObject(selectionSets, actual, scope) : undefined;
    if (writer) writers.set(name, writer);
    return writer;
  };
  let own: WriteObject | undefined; // compiled when first needed
  return (value, completion) => {
    if (isJsonObject(value)) {
      const name = isAbstract ? value.__typename : undefined;
      own ??= writerFor(type.name);
      const writer = typeof name === "string" ? writerFor(name) : own;
      if (writer) return completion.writeOnce(value, writer);
      // An object of an inaccessible type is null to clients (federation: @inaccessible).
      if (typeof name === "string" && scope.types.applies(type.name, name)) return undefined;
    }
    completion.wrongValue(type.name);
    return undefined;
  };
}
