import type { SupergraphSource } from "./source.js";

export interface IntrospectedSubgraphs {
  /** Address of each subgraph, by name. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** Milliseconds between looks at the subgraphs' schemas. */
  readonly everyMs: number;
  /** Headers a subgraph wants to see before it tells its schema. */
  readonly headers: (subgraph: string) => Promise<Readonly<Record<string, string>>>;
}

/**
 * Supergraphs composed from what running subgraphs say of themselves, for development: `@apollo/gateway` asks them,
 * composes, polls, and keeps the last composition that worked. Loaded only when used: it takes 45 MB.
 */
export const introspectedSource =
  ({ subgraphs, everyMs, headers }: IntrospectedSubgraphs): SupergraphSource =>
  async (serve, refused) => {
    process.env.APOLLO_TELEMETRY_DISABLED = "1"; // it reports to its vendor otherwise
    const { ApolloGateway, IntrospectAndCompose } = await import("@apollo/gateway");
    const logger = { debug: () => {}, info: () => {}, warn: refused, error: refused };
    const gateway = new ApolloGateway({
      logger,
      supergraphSdl: new IntrospectAndCompose({
        logger,
        subgraphs: Object.entries(subgraphs).map(([name, url]) => ({ name, url })),
        pollIntervalInMs: everyMs,
        introspectionHeaders: async ({ name }) => ({ ...(await headers(name)) }),
      }),
    });
    let served: Promise<void> | null = null;
    gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
      served = served ? served.then(() => serve(coreSupergraphSdl)).catch(refused) : serve(coreSupergraphSdl);
    });
    await gateway.load();
    await served;
    return { [Symbol.asyncDispose]: () => gateway.stop() };
  };
