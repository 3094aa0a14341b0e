import type { RequestContext } from "../requestContext.js";

/** What a request carries to a subgraph besides the operation. */
export interface Attachments {
  /** Headers of a fetch. */
  readonly headers: (context: RequestContext, subgraph: string) => Headers | Promise<Headers>;
  /** `extensions` of an upstream subscription, where one socket serves many callers. */
  readonly extensions: (context: RequestContext, subgraph: string) => Promise<Record<string, unknown>>;
  /** `connection_init` of a socket to a subgraph. */
  readonly connectionParams: (subgraph: string) => Promise<Record<string, unknown>>;
}

export type Headers = Readonly<Record<string, string>>;

export interface TransportSettings {
  /** Where a subgraph listens now. */
  readonly urlOf: (subgraph: string) => string | undefined;
  readonly attachments: Attachments;
  /** Milliseconds a subgraph has to answer. */
  readonly timeoutMs: number;
}
