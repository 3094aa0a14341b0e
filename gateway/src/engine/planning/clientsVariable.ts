import type { FetchNode, QueryPlan } from "@apollo/query-planner";
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
} from "graphql";
import { replaceFetches } from "./planFetches.ts";

/** The planner's name for the variable with which it asks for entities. */
const NAME = "representations";
const USE = new RegExp(`\\$${NAME}\\b`);

/**
 * The plan in which a variable of the client's that is named like the planner's own is still defined where entities'
 * fields use it: the planner drops its definition there, taking it for its own. Both then stand in the fetch, and are
 * told apart by their types.
 */
export function keepClientsVariable(plan: QueryPlan, document: DocumentNode, operationName?: string): QueryPlan {
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || one.name?.value === operationName),
  );
  const own = operation?.variableDefinitions?.find(({ variable }) => variable.name.value === NAME);
  return own ? replaceFetches(plan, (fetch) => (fetch.requires ? withDefinition(fetch, own) : fetch)) : plan;
}

function withDefinition(fetch: FetchNode, own: VariableDefinitionNode): FetchNode {
  const [operation] = parse(fetch.operation, { noLocation: true }).definitions as [OperationDefinitionNode];
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet || !USE.test(print(entities.selectionSet))) return fetch;
  const variableDefinitions = [...(operation.variableDefinitions ?? []), own];
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print({ ...operation, variableDefinitions })),
    variableUsages: [...new Set([...(fetch.variableUsages ?? []), NAME])],
  };
}
