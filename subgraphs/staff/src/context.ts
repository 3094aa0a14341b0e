import type { Caller } from "@yimen/kernel/caller";
import type { Clock } from "@yimen/kernel/clock";
import type { EventLog } from "@yimen/kernel/eventLog";
import type { Calendar } from "@yimen/workdays/calendar";
import type { CasesClient } from "./casesClient.js";
import { createLoaders, type Loaders } from "./loaders.js";
import type { Db } from "./store/db.js";
import type { LogEntry } from "./store/staffLog.js";

/** What the subgraph's process has once. */
export interface Services {
  readonly db: Db;
  readonly log: EventLog<LogEntry>;
  readonly clock: Clock;
  readonly calendar: Calendar;
  /** Who knows how much there was to do; `null` where this process has no such sibling. */
  readonly cases: CasesClient | null;
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
    loaders: createLoaders(services, caller, { cache: !live }),
  });
