import type { SubgraphError, SubgraphResponse } from "../engine/subgraphClient.js";

/** How long a stream without an upstream is kept. */
export interface Patience {
  /** Milliseconds while the subgraph cannot be reached. */
  readonly unreachableMs: number;
  /** Attempts that end in an error of the subgraph. */
  readonly failures: number;
}

export const defaultPatience: Patience = { unreachableMs: 120_000, failures: 10 };

/** The time in which a stream has brought nothing but interruptions. */
export interface Outage {
  readonly since: number;
  readonly attempts: number;
  /** Attempts in which the subgraph was reached. */
  readonly failures: number;
}

/** An attempt that lasted this long was open, for opening fails sooner: milliseconds. */
const SURELY_OPEN_MS = 15_000;

export function outageAfter(
  before: Outage | undefined,
  interruption: SubgraphResponse,
  openedAt: number,
  now: number,
): Outage {
  const known = before && now - openedAt < SURELY_OPEN_MS ? before : { since: now, attempts: 0, failures: 0 };
  const { since, attempts, failures } = known;
  return { since, attempts: attempts + 1, failures: isOfTheSubgraph(interruption) ? failures + 1 : failures };
}

export const mayGoOn = ({ since, failures }: Outage, interruption: SubgraphResponse, patience: Patience): boolean =>
  isOfTheSubgraph(interruption) ? failures < patience.failures : performance.now() - since < patience.unreachableMs;

const isOfTheSubgraph = ({ errors }: SubgraphResponse): boolean =>
  errors?.some((error) => !WAYS.has(error.extensions?.code)) ?? false;

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
