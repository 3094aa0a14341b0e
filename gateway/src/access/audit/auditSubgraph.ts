import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema, type GraphQLSchema, graphql } from "graphql";
import type { SubgraphClient, SubgraphRequest, SubgraphResponse } from "../../engine/subgraphClient.js";
import type { ReadAudit } from "./readAudit.js";
import { type AuditQuery, readAuditPage } from "./readAuditPage.js";

/** The address that a supergraph gives the subgraph which the gateway answers itself. */
export const READ_AUDIT_ADDRESS = "gateway:read-audit";

const schemaFile = fileURLToPath(new URL("../../../audit.graphql", import.meta.url));

/**
 * A client that answers the subgraph of the read audit from here: the audit is the gateway's, and is asked through the
 * graph like anything else. Who may ask is said in its schema.
 */
export function withReadAudit<C>(
  client: SubgraphClient<C>,
  urlOf: (subgraph: string) => string | undefined,
  audit: ReadAudit | undefined,
): SubgraphClient<C> {
  let known: GraphQLSchema | undefined;
  const rootValue = { readAudit: (query: AuditQuery) => readAuditPage(audit, query) };
  const answer = async (request: SubgraphRequest): Promise<SubgraphResponse> => {
    known ??= buildSchema(readFileSync(schemaFile, "utf8"), { assumeValidSDL: true }); // composition has judged it
    const variableValues = JSON.parse(request.variables) as Record<string, unknown>;
    const result = await graphql({ schema: known, source: request.operation.query, variableValues, rootValue });
    return JSON.parse(JSON.stringify(result)) as SubgraphResponse;
  };
  return {
    fetch: (subgraph, request, context, signal) =>
      urlOf(subgraph) === READ_AUDIT_ADDRESS ? answer(request) : client.fetch(subgraph, request, context, signal),
    subscribe: (...args) => client.subscribe(...args),
  };
}
