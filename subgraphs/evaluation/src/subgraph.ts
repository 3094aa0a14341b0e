import { forgettingOldKeys } from "@yimen/kernel/clientKeys";
import type { Clock } from "@yimen/kernel/clock";
import type { OpenRelay } from "@yimen/kernel/logRelay";
import { type RunningServer, serveSubgraph } from "@yimen/kernel/subgraphServer";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import type { CasesClient } from "./casesClient.js";
import { contextFor } from "./context.js";
import { watchEndedVisits } from "./inviteVisitors.js";
import { buildEvaluationSchema } from "./schema.js";
import type { StaffClient } from "./staffClient.js";
import { connect, type QueryCounter } from "./store/db.js";
import { openEvaluationLog } from "./store/evaluationLog.js";
import { watchDueDates } from "./watchDueDates.js";

export interface EvaluationOptions {
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

/** Starts the evaluation subgraph; `stop` ends its requests, streams, watcher and connections. */
export async function startEvaluation(options: EvaluationOptions): Promise<RunningServer> {
  const { clock, cases, staff, onError } = options;
  const db = connect(options.databaseUrl, options.queries);
  const log = await openEvaluationLog(db, { databaseUrl: options.databaseUrl, relay: options.relay, onError });
  const watcher = watchDueDates(db, clock, onError);
  const inviting = watchEndedVisits(db, cases, onError);
  const forgetting = forgettingOldKeys(db, onError);
  const server = await serveSubgraph({
    name: "evaluation",
    schema: await buildEvaluationSchema(),
    port: options.port,
    callerSecret: options.callerSecret,
    clock,
    context: contextFor({ db, log, clock, calendar: officialCalendar, cases, staff }),
  });
  const stop = async () => {
    await server.stop();
    await watcher[Symbol.asyncDispose]();
    await inviting[Symbol.asyncDispose]();
    await forgetting[Symbol.asyncDispose]();
    await log.close();
    await db.$disconnect();
  };
  return { url: server.url, stop, [Symbol.asyncDispose]: stop };
}
