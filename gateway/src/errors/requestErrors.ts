import type { GraphQLFormattedError } from "graphql";
import type { ErrorRules } from "./errorRules.js";

/** Request errors as clients get them: names that validation suggests would tell a stranger what the schema has. */
export const requestErrors = (
  errors: readonly GraphQLFormattedError[],
  { verbose }: ErrorRules,
): readonly GraphQLFormattedError[] =>
  verbose ? errors : errors.map((error) => ({ ...error, message: withoutSuggestion(error.message) }));

const withoutSuggestion = (message: string) => message.replace(/ Did you mean .*\?$/s, "");

/** What a client is told of a fault that nobody foresaw; the log has the rest under the same id. */
export const unexpected = (requestId: string): GraphQLFormattedError => ({
  message: "Unexpected error",
  extensions: { code: "INTERNAL_SERVER_ERROR", requestId },
});
