import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNullableType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import type { SubgraphOperation } from "../engine/subgraphClient.js";
import type { Resumable } from "./resumableFields.js";

/** An upstream subscription that can be opened anywhere in its stream, whatever the client wrote. */
export interface ResumableOperation {
  readonly operation: SubgraphOperation;
  readonly fieldName: string;
  /** Response key of the root field, and of its cursor. */
  readonly field: string;
  readonly cursor: string;
  /** The variable that takes the position. */
  readonly position: string;
  /** What the client gave as its own `after`. */
  readonly given: ValueNode | undefined;
  /** The client's variables that are still used. */
  readonly variableNames: ReadonlySet<string>;
}

/** Makes the position a variable of ours and asks for the cursor; `undefined` when the field is not resumable. */
export function resumableOperation(
  operation: SubgraphOperation,
  declared: ReadonlyMap<string, Resumable>,
  schema: GraphQLSchema,
): ResumableOperation | undefined {
  if (declared.size === 0) return undefined;
  const definition = parse(operation.query, { noLocation: true }).definitions[0] as OperationDefinitionNode;
  const root = definition.selectionSet.selections[0];
  const resumable = root?.kind === Kind.FIELD ? declared.get(root.name.value) : undefined;
  if (root?.kind !== Kind.FIELD || !root.selectionSet || !resumable) return undefined;

  const position = freeName(
    "position",
    definition.variableDefinitions?.map(({ variable }) => variable.name.value),
  );
  const cursor = freeName("cursor_", responseKeys(root));
  const given = root.arguments?.find(({ name }) => name.value === resumable.after)?.value;
  const field = resumed(root, resumable, position, cursor);
  const used = variablesOf(field);
  const kept = definition.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
  const query = stripIgnoredCharacters(
    print({
      ...definition,
      variableDefinitions: [...kept, positionDefinition(position, typeOfAfter(schema, root.name.value, resumable))],
      selectionSet: { ...definition.selectionSet, selections: [field] },
    }),
  );
  used.delete(position);
  const { operationName } = operation;
  return {
    operation: { kind: "subscription", query, operationName },
    fieldName: root.name.value,
    field: (root.alias ?? root.name).value,
    cursor,
    position,
    given,
    variableNames: used,
  };
}

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;

function resumed(root: FieldNode, { after, cursor }: Resumable, position: string, alias: string): FieldNode {
  const others = root.arguments?.filter(({ name }) => name.value !== after) ?? [];
  const from: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: nameNode(after),
    value: { kind: Kind.VARIABLE, name: nameNode(position) },
  };
  const asked: FieldNode = { kind: Kind.FIELD, alias: nameNode(alias), name: nameNode(cursor) };
  const selections = [...(root.selectionSet?.selections ?? []), asked];
  return { ...root, arguments: [...others, from], selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

const positionDefinition = (name: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: nameNode(name) },
  type: { kind: Kind.NAMED_TYPE, name: nameNode(type) },
});

function typeOfAfter(schema: GraphQLSchema, field: string, { after }: Resumable): string {
  const argument = schema
    .getSubscriptionType()
    ?.getFields()
    [field]?.args.find(({ name }) => name === after);
  return argument ? getNullableType(argument.type).toString() : "String";
}

function variablesOf(field: FieldNode): Set<string> {
  const names = new Set<string>();
  visit(field, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function responseKeys(root: FieldNode): string[] {
  const keys: string[] = [];
  visit(root, { Field: ({ alias, name }) => void keys.push((alias ?? name).value) });
  return keys;
}

function freeName(wanted: string, taken: readonly string[] = []): string {
  let name = wanted;
  while (taken.includes(name)) name += "_";
  return name;
}
