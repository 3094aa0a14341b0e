import type { Session } from "./caller/session.js";
import type { Usage } from "./partners/quota/allowances.js";

/** What travels with an operation through the engine to the subgraphs. */
export interface RequestContext {
  readonly session: Session;
  /** The id under which the log knows this request, and which the client is told. */
  readonly requestId: string;
  /** Told how the partner's quotas stand. */
  readonly onUsage?: (usages: readonly Usage[]) => void;
  /** The client's network address. */
  readonly address?: string | undefined;
}
