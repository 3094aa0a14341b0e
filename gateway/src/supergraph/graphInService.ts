import { createEngine } from "../engine/createEngine.js";
import type { Engine } from "../engine/engine.js";
import type { SubgraphClient } from "../engine/subgraphClient.js";
import { judgeIntrospection } from "../limits/judgeIntrospection.js";
import { judgeSize } from "../limits/judgeSize.js";
import type { Limits } from "../limits/limits.js";
import type { RequestContext } from "../requestContext.js";
import { keepSupergraph, type SupergraphSource } from "./supergraphLife.js";

export interface GraphSettings extends SupergraphSource {
  readonly limits: Limits;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  readonly client: SubgraphClient<RequestContext>;
  /** Where each subgraph listens: brought up to date before a graph goes live. */
  readonly addresses: Map<string, string>;
}

/** The graph that answers now; another one after a reload. */
export interface GraphInService extends AsyncDisposable {
  readonly engine: () => Engine<RequestContext>;
}

const WARMED = 200; // documents planned for a new graph before it goes live

/**
 * Keeps one graph in service and replaces it when its file changes. The next graph has planned the documents in use
 * before it takes over; requests and subscriptions under way end on the one they began on.
 */
export async function keepGraph(settings: GraphSettings): Promise<GraphInService> {
  let inService: Engine<RequestContext> | null = null;

  const life = await keepSupergraph(settings, async ({ sdl, routing }) => {
    const next = await createEngine({ supergraphSdl: sdl, ...engineOptions(settings) });
    const previous = inService;
    if (previous) await next.warm(previous.hotDocuments(WARMED));
    for (const [subgraph, url] of routing) settings.addresses.set(subgraph, url);
    inService = next;
    await previous?.close();
  });

  return {
    engine() {
      if (!inService) throw new Error("No graph is in service.");
      return inService;
    },
    async [Symbol.asyncDispose]() {
      await life[Symbol.asyncDispose]();
      await inService?.close();
    },
  };
}

const engineOptions = ({ client, limits, introspection }: GraphSettings) => ({
  client,
  maxTokens: limits.tokens,
  judge: (document: Parameters<typeof judgeSize>[0]) => [
    ...judgeSize(document, limits),
    ...(introspection ? [] : judgeIntrospection(document)),
  ],
});
