import type { Clock } from "@yimen/kernel/clock";
import type { Logger } from "pino";
import type { Authenticate, Session } from "./caller/session.js";
import type { ClientAddress } from "./clientAddress.js";
import type { Engine, Prepared } from "./engine/engine.js";
import type { ErrorRules } from "./errors/errorRules.js";
import type { Probe } from "./http/health.js";
import type { Limits } from "./limits/limits.js";
import type { LiveStreams } from "./live/liveStreams.js";
import type { Params } from "./operation/params.js";
import type { Pace } from "./pace.js";
import type { RequestContext } from "./requestContext.js";

/** What every way in (HTTP, event streams, websocket) works with. */
export interface Services {
  /** The graph in service as this caller knows it; another one after a reload. */
  readonly engine: (session: Session) => Engine<RequestContext>;
  /** The text of the document that a request asks for; partners only have those registered for them. */
  readonly textOf: (params: Params, session: Session) => string;
  /** Whether everybody without credentials is answered alike, so that the answer may be kept. */
  readonly isShareable: (prepared: Prepared, operationName: string | undefined) => boolean;
  readonly authenticate: Authenticate;
  /** Whether nobody is asked who calls. */
  readonly isOpen: boolean;
  readonly limits: Limits;
  readonly addressOf: ClientAddress;
  readonly errors: ErrorRules;
  readonly clock: Clock;
  readonly probe: Probe;
  /** The subscriptions of all clients. */
  readonly live: LiveStreams;
  readonly log: Logger;
  /** Aborted when the gateway stops: what would never end by itself ends then. */
  readonly stopping: AbortSignal;
  /** When operations begin. */
  readonly pace: Pace;
}
