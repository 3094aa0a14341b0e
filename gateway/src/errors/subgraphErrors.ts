import type { Logger } from "pino";
import type { SubgraphClient, SubgraphError, SubgraphResponse } from "../engine/subgraphClient.js";
import type { RequestContext } from "../requestContext.js";
import type { ErrorRules } from "./errorRules.js";
import { unexpected } from "./requestErrors.js";

/** Codes that say no more than that something broke inside. */
const INTERNAL = /^(INTERNAL_SERVER_ERROR|GRAPHQL_\w+)$/;

/**
 * A client whose answers carry only errors that are meant for the outside: those with a code of their own pass, anything
 * else becomes "Unexpected error" under the request's id, and goes to the log in full.
 */
export function maskErrors(
  client: SubgraphClient<RequestContext>,
  { verbose }: ErrorRules,
  log: Logger,
): SubgraphClient<RequestContext> {
  const masked = (response: SubgraphResponse, subgraph: string, { requestId }: RequestContext): SubgraphResponse => {
    if (!response.errors) return response;
    const errors = response.errors.map((error) => {
      if (verbose || isMeantForClients(error)) return withoutTraces(error);
      log.error({ subgraph, requestId, error }, "subgraph error");
      return { ...unexpected(requestId), path: error.path };
    });
    return { ...response, errors };
  };

  return {
    fetch: (subgraph, request, context, signal) =>
      client.fetch(subgraph, request, context, signal).then((response) => masked(response, subgraph, context)),
    async *subscribe(subgraph, request, context, signal) {
      for await (const event of client.subscribe(subgraph, request, context, signal)) {
        yield masked(event, subgraph, context);
      }
    },
  };
}

const isMeantForClients = ({ extensions }: SubgraphError) =>
  typeof extensions?.code === "string" && !INTERNAL.test(extensions.code);

/** Frameworks put stack traces beside their codes when they run in development. */
function withoutTraces(error: SubgraphError): SubgraphError {
  const { stacktrace, exception, ...extensions } = error.extensions ?? {};
  return stacktrace === undefined && exception === undefined ? error : { ...error, extensions };
}
