import type { SubgraphError, SubgraphResponse } from "../engine/subgraphClient.js";

/** How long a stream without an upstream is kept. */
export interface Patience {
  /** Milliseconds while the subgraph cannot be reached. */
  readonly unreachableMs: number;
  /** Attempts that end in an unforeseen error of the subgraph. */
  readonly failures: number;
}

export const defaultPatience: Patience = { unreachableMs: 120_000, failures: 10 };

/** The time in which a stream has brought nothing but interruptions. */
export interface Outage {
  readonly since: number;
  readonly attempts: number;
}

/** An attempt that lasted this long was open, for opening fails sooner: milliseconds. */
const SURELY_OPEN_MS = 15_000;

export const outageAfter = (before: Outage | undefined, openedAt: number, now: number): Outage =>
  before && now - openedAt < SURELY_OPEN_MS
    ? { since: before.since, attempts: before.attempts + 1 }
    : { since: now, attempts: 1 };

export function mayGoOn({ since, attempts }: Outage, { errors }: SubgraphResponse, patience: Patience): boolean {
  const isReachable = errors?.some((error) => !WAYS.has(error.extensions?.code)) ?? false;
  return isReachable ? attempts < patience.failures : performance.now() - since < patience.unreachableMs;
}

/** Faults of the way to a subgraph. */
const WAYS = new Set<unknown>([
  "SUBGRAPH_CONNECTION_LOST",
  "SUBGRAPH_UNREACHABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_RESTING",
]);

/** What a subgraph says whose database is away, as well as one with a fault of its own. */
const UNFORESEEN = new Set<unknown>(["INTERNAL_SERVER_ERROR", undefined]);

/** Whether an event is none, but says that the stream is interrupted; what it says may be over at the next attempt. */
export const isInterruption = ({ data, errors }: SubgraphResponse): boolean =>
  !data && errors !== undefined && errors.length > 0 && errors.every(isPassing);

export const isPassing = ({ extensions }: SubgraphError): boolean =>
  WAYS.has(extensions?.code) || UNFORESEEN.has(extensions?.code);

const FIRST_BACK_OFF_MS = 50;
const LONGEST_BACK_OFF_MS = 2_000;

/** How long to wait before the nth attempt in a row; not the same for all streams, so that they do not come at once. */
export const backOff = (attempt: number): number =>
  Math.min(FIRST_BACK_OFF_MS * 2 ** (attempt - 1), LONGEST_BACK_OFF_MS) * (0.5 + Math.random() / 2);
