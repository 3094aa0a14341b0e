/** How the engine reaches subgraphs; the transport implements it, tests answer in process. */
export interface SubgraphClient<C> {
  /**
   * Answers one query or mutation. A subgraph's faults are answered as `errors` with a code, never thrown; it rejects
   * only with the reason of `signal`. The engine takes the answer over and writes into its `data`.
   */
  fetch(subgraph: string, request: SubgraphRequest, context: C, signal: AbortSignal): Promise<SubgraphResponse>;
  /**
   * Opens one subscription. Ends when the subgraph completes it or `signal` is aborted; a fault is an event with
   * `errors`, then the end. A lost connection has the code SUBGRAPH_CONNECTION_LOST.
   */
  subscribe(
    subgraph: string,
    request: SubgraphRequest,
    context: C,
    signal: AbortSignal,
  ): AsyncIterable<SubgraphResponse>;
}

/** An operation of a plan. One object per text for the plan's life, so that what is derived from it can be kept. */
export interface SubgraphOperation {
  readonly kind: "query" | "mutation" | "subscription";
  readonly query: string;
  readonly operationName: string | undefined;
}

export interface SubgraphRequest {
  readonly operation: SubgraphOperation;
  /** The variables, already JSON: an object's text, `{}` when there are none. */
  readonly variables: string;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Set when the answer's JSON had no escapes: every text in `data` can then be written between quotes as it is. */
  readonly isPlain?: boolean;
}

/** An error as a subgraph, or the transport in its place, reports it; `path` is within the subgraph's answer. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}
