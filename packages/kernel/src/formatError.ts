import { GraphQLError } from "graphql";
import { DomainError } from "./errors.js";

/**
 * What a client sees of an error: domain errors as they are, everything unforeseen masked. `report` gets what the
 * operator has to see: whatever is masked, and refusals that something else caused, such as a sibling that is down.
 */
export function formatError(error: GraphQLError, report: (unforeseen: unknown) => void): GraphQLError {
  const cause = rootCause(error);
  if (cause instanceof DomainError) {
    if (cause.cause) report(cause);
    return rewritten(error, cause.message, {
      ...cause.details,
      code: cause.code,
      ...(cause.rule && { rule: cause.rule }),
    });
  }
  // Parse, validation and coercion errors have no original error; GraphQLErrors thrown on purpose carry a code.
  if (error.extensions.code) return error;
  if (!cause || (cause instanceof GraphQLError && !cause.originalError)) {
    return cause instanceof GraphQLError && cause.extensions.code ? error : badRequest(error);
  }
  report(cause);
  return rewritten(error, "服务内部出错,请稍后再试。 Unexpected error, please try again later.", {
    code: "INTERNAL_SERVER_ERROR",
  });
}

function rootCause(error: GraphQLError): unknown {
  let cause: unknown = error.originalError;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

const badRequest = (error: GraphQLError) =>
  rewritten(error, `请求有误,请修改后再试。 ${error.message}`, { ...error.extensions, code: "BAD_USER_INPUT" });

const rewritten = (error: GraphQLError, message: string, extensions: Record<string, unknown>) =>
  new GraphQLError(message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions,
  });
