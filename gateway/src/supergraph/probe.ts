import { randomUUID } from "node:crypto";
import { serviceCaller } from "@yimen/kernel/caller";
import { anonymousSession, type Session } from "../caller/session.js";
import type { SubgraphClient, SubgraphOperation } from "../engine/subgraphClient.js";
import type { SubgraphState } from "../http/health.js";
import type { RequestContext } from "../requestContext.js";

const PATIENCE = 2_000; // milliseconds until a subgraph counts as down

const operation: SubgraphOperation = { kind: "query", query: "{__typename}", operationName: undefined };

const session: Session = { ...anonymousSession, caller: serviceCaller("gateway") };

/** Which of the subgraphs answer. */
export async function probeSubgraphs(
  client: SubgraphClient<RequestContext>,
  subgraphs: readonly { readonly name: string }[],
): Promise<Readonly<Record<string, SubgraphState>>> {
  const states = subgraphs.map(async ({ name }) => [name, await probeSubgraph(client, name)] as const);
  return Object.fromEntries(await Promise.all(states));
}

/** Asks one subgraph for the least that every subgraph can answer. */
async function probeSubgraph(client: SubgraphClient<RequestContext>, subgraph: string): Promise<SubgraphState> {
  const context: RequestContext = { session, requestId: randomUUID() };
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const { data } = await client.fetch(subgraph, { operation, variables: "{}" }, context, signal);
    return data ? "up" : "down";
  } catch {
    return "down";
  }
}
