import { forgettingOldKeys } from "@yimen/kernel/clientKeys";
import type { Clock } from "@yimen/kernel/clock";
import type { OpenRelay } from "@yimen/kernel/logRelay";
import { type RunningServer, serveSubgraph } from "@yimen/kernel/subgraphServer";
import type { CasesClient } from "./casesClient.js";
import { contextFor } from "./context.js";
import { buildCatalogueSchema } from "./schema.js";
import type { StaffClient } from "./staffClient.js";
import { openCatalogueLog } from "./store/catalogueLog.js";
import { connect, type QueryCounter } from "./store/db.js";
import { watchDeferralNotices } from "./watchDeferralNotices.js";

export interface CatalogueOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly callerSecret: string;
  readonly clock: Clock;
  readonly cases: CasesClient;
  readonly staff: StaffClient;
  readonly onError: (error: unknown) => void;
  /** Carries the log between this process and others like it. */
  readonly relay?: OpenRelay | undefined;
  /** Sees every SQL statement; for tests that count them. */
  readonly queries?: QueryCounter;
}

/** Starts the catalogue subgraph; `stop` ends its requests, streams and connections. */
export async function startCatalogue(options: CatalogueOptions): Promise<RunningServer> {
  const { clock, cases, staff, onError } = options;
  const db = connect(options.databaseUrl, options.queries);
  const log = await openCatalogueLog(db, { databaseUrl: options.databaseUrl, relay: options.relay, onError });
  const watcher = watchDeferralNotices(db, clock, onError);
  const forgetting = forgettingOldKeys(db, onError);
  const server = await serveSubgraph({
    name: "catalogue",
    schema: await buildCatalogueSchema(),
    port: options.port,
    callerSecret: options.callerSecret,
    clock,
    context: contextFor({ db, log, clock, cases, staff }),
  });
  const stop = async () => {
    await server.stop();
    await watcher[Symbol.asyncDispose]();
    await forgetting[Symbol.asyncDispose]();
    await log.close();
    await db.$disconnect();
  };
  return { url: server.url, stop, [Symbol.asyncDispose]: stop };
}
