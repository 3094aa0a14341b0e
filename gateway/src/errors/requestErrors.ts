import type { GraphQLFormattedError } from "graphql";
import type { ErrorRules } from "./errorRules.js";

/** Request errors as clients get them: with a code, and without what tells a stranger what the schema has. */
export const requestErrors = (
  errors: readonly GraphQLFormattedError[],
  { verbose }: ErrorRules,
): readonly GraphQLFormattedError[] =>
  errors.map((error) => ({
    ...error,
    message: verbose ? error.message : withoutSuggestion(error.message),
    extensions: { ...error.extensions, code: error.extensions?.code ?? codeOf(error) },
  }));

const withoutSuggestion = (message: string) => message.replace(/ Did you mean .*\?$/s, "");

/** The codes clients know for what graphql-js itself finds wrong with a document, which carries none. */
function codeOf({ message }: GraphQLFormattedError): string {
  if (/^Syntax Error: Document contains more that \d+ tokens/.test(message)) return "TOKEN_LIMIT_EXCEEDED";
  return message.startsWith("Syntax Error") ? "GRAPHQL_PARSE_FAILED" : "GRAPHQL_VALIDATION_FAILED";
}

/** What a client is told of a fault that nobody foresaw; the log has the rest under the same id. */
export const unexpected = (requestId: string): GraphQLFormattedError => ({
  message: "服务内部出错,请稍后再试。 Unexpected error, please try again later.",
  extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
});
