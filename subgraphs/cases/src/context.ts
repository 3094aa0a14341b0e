import type { Caller } from "@yimen/kernel/caller";
import type { Clock } from "@yimen/kernel/clock";
import type { EventLog } from "@yimen/kernel/eventLog";
import { jurisdictions } from "@yimen/kernel/jurisdiction";
import type { CatalogueClient } from "./catalogueClient.js";
import { createLoaders, type Loaders } from "./loaders.js";
import type { Receipts } from "./receipt.js";
import type { StaffClient } from "./staffClient.js";
import type { LogEntry } from "./store/caseLog.js";
import type { Db } from "./store/db.js";

/** What the subgraph's process has once. */
export interface Services {
  readonly db: Db;
  readonly log: EventLog<LogEntry>;
  readonly clock: Clock;
  readonly catalogue: CatalogueClient;
  readonly staff: StaffClient;
  readonly receipts: Receipts;
  /** How many days before the last one to apply a licence's holder is reminded (R124). */
  readonly reminderLeadDays: number;
}

/** What one request has, or one subscription for its whole life. */
export interface Context extends Services {
  readonly caller: Caller;
  readonly loaders: Loaders;
}

export function contextFor(services: Services): (caller: Caller, live: boolean) => Promise<Context> {
  const withJurisdiction = jurisdictions(services.staff);
  return async (signed, live) => {
    const caller = await withJurisdiction(signed);
    return { ...services, caller, loaders: createLoaders(services, caller, { cache: !live }) };
  };
}
