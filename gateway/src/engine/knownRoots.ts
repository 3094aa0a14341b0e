import { GraphQLError, type ValidationRule } from "graphql";

/**
 * Refuses operations of a kind that the schema has no root for. graphql-js leaves that to execution, and so their fields
 * unjudged: a mutation would pass as valid in a schema without any.
 */
export const knownRoots: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    const message = `Schema is not configured to execute ${node.operation} operation.`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  },
});
