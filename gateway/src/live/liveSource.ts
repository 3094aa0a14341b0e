import type { SubgraphRequest, SubgraphResponse } from "../engine/subgraphClient.js";

/** One subscription as its engine planned it: what is opened upstream, and how an event becomes an answer. */
export interface LiveSource {
  /** Tells which events come: sources with the same text open the same upstream subscription. */
  readonly upstream: string;
  /** Tells what is answered, but not whose it is, nor from where on: equal shapes give equal answers to one event. */
  readonly shape: string;
  /** The stream that the cursors are positions of, such as "cases.caseEvents"; streams that cannot be resumed have none. */
  readonly log: string | undefined;
  /** From where on the client wants it; `null` for what comes from now on. */
  readonly after: string | null;
  /** The cursor of the newest event; `null` where the subgraph has no field for it. @throws Fault */
  head(signal: AbortSignal): Promise<string | null>;
  /** Opens it upstream after a position. */
  open(after: string | null, signal: AbortSignal): AsyncIterable<SubgraphResponse>;
  /** The position of an event; `null` when it says none. */
  cursorOf(event: SubgraphResponse): string | null;
  /** The JSON of an event's execution result. */
  answer(event: SubgraphResponse, share?: ShareFetch): Promise<string>;
}

/** Answers a fetch, perhaps from one that another subscription made for the same event. */
export type ShareFetch = (
  subgraph: string,
  request: SubgraphRequest,
  fetch: () => Promise<SubgraphResponse>,
) => Promise<SubgraphResponse>;
