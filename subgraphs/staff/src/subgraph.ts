import { forgettingOldKeys } from "@yimen/kernel/clientKeys";
import type { Clock } from "@yimen/kernel/clock";
import type { OpenRelay } from "@yimen/kernel/logRelay";
import { type RunningServer, serveSubgraph } from "@yimen/kernel/subgraphServer";
import type { Calendar } from "@yimen/workdays/calendar";
import type { CasesClient } from "./casesClient.js";
import { contextFor } from "./context.js";
import { watchWorkload } from "./countWorkload.js";
import { buildStaffSchema } from "./schema.js";
import { connect, type QueryCounter } from "./store/db.js";
import { openStaffLog } from "./store/staffLog.js";
import { watchDuty } from "./watchDuty.js";

export interface StaffOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly callerSecret: string;
  readonly clock: Clock;
  readonly calendar: Calendar;
  /** Whose log is followed to count workload, and who tells volumes; without it none is counted. */
  readonly cases?: CasesClient;
  readonly onError: (error: unknown) => void;
  /** Carries the log between this process and others like it. */
  readonly relay?: OpenRelay | undefined;
  /** Sees every SQL statement; for tests that count them. */
  readonly queries?: QueryCounter;
  /** Whether it looks by itself for what time brings; tests look when they mean to. */
  readonly watch?: boolean;
}

/** Starts the staff subgraph; `stop` ends its requests, streams, watcher and connections. */
export async function startStaff(options: StaffOptions): Promise<RunningServer> {
  const { clock, calendar, onError, watch = true } = options;
  const db = connect(options.databaseUrl, options.queries);
  const log = await openStaffLog(db, { databaseUrl: options.databaseUrl, relay: options.relay, onError });
  const watcher = watch ? watchDuty({ db, clock, calendar }, onError) : null;
  const counting = options.cases ? watchWorkload(db, options.cases, onError) : null;
  const forgetting = forgettingOldKeys(db, onError);
  const server = await serveSubgraph({
    name: "staff",
    schema: await buildStaffSchema(),
    port: options.port,
    callerSecret: options.callerSecret,
    clock,
    context: contextFor({ db, log, clock, calendar, cases: options.cases ?? null }),
  });
  const stop = async () => {
    await server.stop();
    await watcher?.[Symbol.asyncDispose]();
    await counting?.[Symbol.asyncDispose]();
    await forgetting[Symbol.asyncDispose]();
    await log.close();
    await db.$disconnect();
  };
  return { url: server.url, stop, [Symbol.asyncDispose]: stop };
}
