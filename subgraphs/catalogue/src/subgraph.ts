import type { Clock } from "@yimen/kernel/clock";
import { type RunningServer, serveSubgraph } from "@yimen/kernel/subgraphServer";
import type { CasesClient } from "./casesClient.js";
import { contextFor } from "./context.js";
import { buildCatalogueSchema } from "./schema.js";
import { openCatalogueLog } from "./store/catalogueLog.js";
import { connect, type QueryCounter } from "./store/db.js";

export interface CatalogueOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly callerSecret: string;
  readonly clock: Clock;
  readonly cases: CasesClient;
  readonly onError: (error: unknown) => void;
  /** Sees every SQL statement; for tests that count them. */
  readonly queries?: QueryCounter;
}

/** Starts the catalogue subgraph; `stop` ends its requests, streams and connections. */
export async function startCatalogue(options: CatalogueOptions): Promise<RunningServer> {
  const { clock, cases, onError } = options;
  const db = connect(options.databaseUrl, options.queries);
  const log = await openCatalogueLog(db, options.databaseUrl, onError);
  const server = await serveSubgraph({
    name: "catalogue",
    schema: await buildCatalogueSchema(),
    port: options.port,
    callerSecret: options.callerSecret,
    clock,
    context: contextFor({ db, log, clock, cases }),
  });
  const stop = async () => {
    await server.stop();
    await log.close();
    await db.$disconnect();
  };
  return { url: server.url, stop, [Symbol.asyncDispose]: stop };
}
