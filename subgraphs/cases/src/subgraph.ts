import { forgettingOldKeys } from "@yimen/kernel/clientKeys";
import type { Clock } from "@yimen/kernel/clock";
import type { OpenRelay } from "@yimen/kernel/logRelay";
import { type RunningServer, serveSubgraph } from "@yimen/kernel/subgraphServer";
import type { CatalogueClient } from "./catalogueClient.js";
import { contextFor } from "./context.js";
import { receipts } from "./receipt.js";
import { buildCasesSchema } from "./schema.js";
import type { StaffClient } from "./staffClient.js";
import { openCaseLog } from "./store/caseLog.js";
import { connect, type QueryCounter } from "./store/db.js";
import { watchDeadlines } from "./watchDeadlines.js";

export interface CasesOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly callerSecret: string;
  readonly receiptKey: string;
  readonly clock: Clock;
  readonly catalogue: CatalogueClient;
  readonly staff: StaffClient;
  /** How many days before the last one to apply a licence's holder is reminded (R124). */
  readonly reminderLeadDays: number;
  readonly onError: (error: unknown) => void;
  /** Carries the log between this process and others like it. */
  readonly relay?: OpenRelay | undefined;
  /** Sees every SQL statement; for tests that count them. */
  readonly queries?: QueryCounter;
}

/** Starts the cases subgraph; `stop` ends its requests, streams, watcher and connections. */
export async function startCases(options: CasesOptions): Promise<RunningServer> {
  const { clock, catalogue, staff, reminderLeadDays, onError } = options;
  const db = connect(options.databaseUrl, options.queries);
  const log = await openCaseLog(db, { databaseUrl: options.databaseUrl, relay: options.relay, onError });
  const watcher = watchDeadlines(db, clock, onError);
  const forgetting = forgettingOldKeys(db, onError);
  const context = contextFor({
    db,
    log,
    clock,
    catalogue,
    staff,
    receipts: receipts(options.receiptKey),
    reminderLeadDays,
  });
  const server = await serveSubgraph({
    name: "cases",
    schema: await buildCasesSchema(),
    port: options.port,
    callerSecret: options.callerSecret,
    clock,
    context,
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
