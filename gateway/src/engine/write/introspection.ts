import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { collectFields, type SelectionScope } from "./fields.js";

/** Answers the `__schema` and `__type` fields of a request: their JSON by response key. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => ReadonlyMap<string, string>;

/** `undefined` when the operation asks nothing about the schema. */
export function compileIntrospection(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  scope: SelectionScope,
): Introspect | undefined {
  const { schema } = scope;
  const queryType = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !queryType) return undefined;
  const fields = collectFields([operation.selectionSet], queryType, scope);
  const asked = [...fields.values()].flat().filter(({ name }) => name.value === "__schema" || name.value === "__type");
  if (asked.length === 0) return undefined;
  const alone = onlyAsking(document, operation, asked);
  const answers = new Map<string, ReadonlyMap<string, string>>();
  return (variables) => {
    const key = JSON.stringify(variables);
    const known = answers.get(key);
    if (known) return known;
    const answer = run(schema, alone, variables);
    answers.clear(); // one is enough for those who ask again and again
    answers.set(key, answer);
    return answer;
  };
}

function onlyAsking(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  selections: readonly FieldNode[],
): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const used = new Set<string>();
  for (const node of [...selections, ...fragments]) visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions, selectionSet, directives: [] }, ...fragments],
  };
}

function run(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const { data } = executeSync({ schema, document, variableValues });
  return new Map(Object.entries(data ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
}
