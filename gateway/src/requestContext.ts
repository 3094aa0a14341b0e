import type { Session } from "./caller/session.js";

/** What travels with an operation through the engine to the subgraphs. */
export interface RequestContext {
  readonly session: Session;
  /** The id under which the log knows this request, and which the client is told. */
  readonly requestId: string;
  /** The client's network address. */
  readonly address?: string | undefined;
}
