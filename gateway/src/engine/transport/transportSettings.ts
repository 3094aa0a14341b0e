import type { BreakerSettings } from "./circuitBreaker.js";
import type { FaultCode } from "./fault.js";

type Fields<T> = Readonly<Record<string, T>>;

/** How subgraphs are reached, and what a request carries to them besides its operation. */
export interface TransportSettings<C> {
  /** Where a subgraph listens now, or by commas where it listens if it runs more than once; it may move meanwhile. */
  readonly urlOf: (subgraph: string) => string | undefined;
  /** Headers of a fetch. */
  readonly headers?: (context: C, subgraph: string) => Fields<string> | Promise<Fields<string>>;
  /** `extensions` of an upstream subscription, where one socket serves many callers. */
  readonly extensions?: (context: C, subgraph: string) => Fields<unknown> | Promise<Fields<unknown>>;
  /** `connection_init` of a socket to a subgraph. */
  readonly connectionParams?: (subgraph: string) => Fields<unknown> | Promise<Fields<unknown>>;
  /** Milliseconds one fetch may take, its repetitions not counted; default 15 s. */
  readonly timeoutMs?: number;
  /** Bytes of the largest answer taken; default 32 MiB. */
  readonly maxAnswerBytes?: number;
  /** Connections to one subgraph; default 128. */
  readonly connections?: number;
  /** How often a query is repeated when its connection fails; default 2. */
  readonly retries?: number;
  readonly breaker?: BreakerSettings;
  /** Told the end of every fetch: for metrics and the log. */
  readonly onFetch?: (report: FetchReport, context: C) => void;
}

export interface FetchReport {
  readonly subgraph: string;
  readonly milliseconds: number;
  readonly answerCharacters: number;
  readonly fault: { readonly code: FaultCode; readonly detail?: string | undefined } | undefined;
}
