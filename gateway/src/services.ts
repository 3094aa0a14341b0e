import type { Clock } from "@yimen/kernel/clock";
import type { Logger } from "pino";
import type { Authenticate } from "./caller/session.js";
import type { Engine } from "./engine/engine.js";
import type { ErrorRules } from "./errors/errorRules.js";
import type { Probe } from "./http/health.js";
import type { Limits } from "./limits/limits.js";
import type { LiveStreams } from "./live/liveStreams.js";
import type { PersistedQueries } from "./operation/persistedQueries.js";
import type { RequestContext } from "./requestContext.js";

/** What every way in (HTTP, event streams, websocket) works with. */
export interface Services {
  /** The engine of the graph in service; another one after a reload. */
  readonly engine: () => Engine<RequestContext>;
  readonly authenticate: Authenticate;
  /** Whether nobody is asked who calls. */
  readonly isOpen: boolean;
  readonly persistedQueries: PersistedQueries;
  readonly limits: Limits;
  readonly errors: ErrorRules;
  readonly clock: Clock;
  readonly probe: Probe;
  /** The subscriptions of all clients. */
  readonly live: LiveStreams;
  readonly log: Logger;
  /** Aborted when the gateway stops: what would never end by itself ends then. */
  readonly stopping: AbortSignal;
}
