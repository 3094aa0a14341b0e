import type { FetchNode } from "@apollo/query-planner";
import {
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
} from "graphql";
import { type ContextSelection, readContextSelection } from "./contextSelection.js";
import { topKeys } from "./topKeys.js";

/** What there is to know about a planned operation's text. */
export interface FetchOperation {
  /** Names under which the answer's top fields arrive: the root's, or the entities'. */
  readonly keys: readonly string[];
  /** What is selected of `_entities`; `undefined` for an operation that starts at the root. */
  readonly entitySelection: string | undefined;
  /** The definitions of the client's variables that it uses, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Present when its fields take values from contexts. */
  readonly contexts: ContextSelection | undefined;
}

export function readFetchOperation(fetch: FetchNode): FetchOperation {
  const operation = parse(fetch.operation, { noLocation: true }).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error("A planned fetch has no operation.");
  const used = new Set(fetch.variableUsages);
  const fromContexts = new Set(fetch.contextRewrites?.map(({ renameKeyTo }) => renameKeyTo));
  const isFromContext = ({ variable }: VariableDefinitionNode) => fromContexts.has(variable.name.value);
  // The planner's own variable is told from a client's of the same name by its type.
  const definitions = (operation.variableDefinitions ?? []).filter(
    ({ variable, type }) => used.has(variable.name.value) && !(fetch.requires && print(type) === "[_Any!]!"),
  );
  const own = definitions.filter((definition) => !isFromContext(definition));
  const given = definitions.filter(isFromContext);
  const variables = new Map(own.map((definition) => [definition.variable.name.value, print(definition)]));
  const entities = fetch.requires && operation.selectionSet.selections[0];
  const selected = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  return {
    keys: topKeys(selected ?? operation.selectionSet),
    entitySelection: selected && stripIgnoredCharacters(print(selected)),
    variables,
    contexts: selected && given.length > 0 ? readContextSelection(selected, given) : undefined,
  };
}
