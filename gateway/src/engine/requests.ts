import type { GraphQLError, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { selectOperation } from "./conditions.js";
import type { ExecutionRequest, Prepared, RefusedOutcome } from "./engine.js";
import { isDeeperThan } from "./nesting.js";

/** No input is that deep, and what walks through it may use the stack. */
const DEEPEST_VARIABLES = 256;

/** A request that can be executed. */
export interface AcceptedRequest {
  readonly kind: "accepted";
  readonly prepared: Extract<Prepared, { document: object }>;
  readonly definition: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Finds the operation that is meant and coerces its variables (§6.1 of the specification). */
export function acceptRequest(
  schema: GraphQLSchema,
  request: ExecutionRequest<unknown>,
): AcceptedRequest | RefusedOutcome {
  const { prepared, operationName, variables } = request;
  if (prepared.errors) return refused(prepared.errors.map((error) => error.toJSON()));
  const definition = selectOperation(prepared.document, operationName);
  if (typeof definition === "string") return refusedFor(definition, "OPERATION_RESOLUTION_FAILURE");
  if (isDeeperThan(DEEPEST_VARIABLES, variables))
    return refusedFor("The variables are nested too deep.", "BAD_USER_INPUT");
  const { errors, coerced } = getVariableValues(schema, definition.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: 50,
  });
  if (errors) return refused(errors.map((error) => withCode(error, "BAD_USER_INPUT")));
  return { kind: "accepted", prepared, definition, variables: coerced };
}

export const refusedFor = (message: string, code: string): RefusedOutcome =>
  refused([{ message, extensions: { code } }]);

const refused = (errors: readonly GraphQLFormattedError[]): RefusedOutcome => ({ kind: "refused", errors });

const withCode = (error: GraphQLError, code: string): GraphQLFormattedError => ({
  ...error.toJSON(),
  extensions: { ...error.extensions, code },
});
