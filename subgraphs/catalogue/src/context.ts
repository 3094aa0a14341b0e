import type { Caller } from "@yimen/kernel/caller";
import type { Clock } from "@yimen/kernel/clock";
import type { EventLog } from "@yimen/kernel/eventLog";
import type { CasesClient } from "./casesClient.js";
import { createLoaders, type Loaders } from "./loaders.js";
import type { StaffClient } from "./staffClient.js";
import type { LogEntry } from "./store/catalogueLog.js";
import type { Db } from "./store/db.js";

/** What the subgraph's process has once. */
export interface Services {
  readonly db: Db;
  readonly log: EventLog<LogEntry>;
  readonly clock: Clock;
  readonly cases: CasesClient;
  readonly staff: StaffClient;
}

/** What one request has, or one subscription for its whole life. */
export interface Context extends Services {
  readonly caller: Caller;
  readonly loaders: Loaders;
}

export const contextFor =
  (services: Services) =>
  (caller: Caller, live: boolean): Context => ({
    ...services,
    caller,
    loaders: createLoaders(services, { cache: !live }),
  });
