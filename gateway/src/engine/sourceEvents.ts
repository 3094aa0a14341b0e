import { setTimeout as pause } from "node:timers/promises";
import type { SubgraphResponse } from "./subgraphClient.js";

const FIRST_BACK_OFF_MS = 50;
const LONGEST_BACK_OFF_MS = 5_000;

/** Openings in a row that brought nothing, after which the subscription is given up: half a minute or so. */
const MOST_OPENINGS = 10;

/**
 * The events of a subscription's source, opened again when its connection is lost. Being lost is not an event; only
 * when opening fails for good is it passed on as the last one.
 */
export async function* sourceEvents(
  open: () => AsyncIterable<SubgraphResponse>,
  signal: AbortSignal,
): AsyncGenerator<SubgraphResponse> {
  for (let openings = 1; ; openings++) {
    let lost: SubgraphResponse | undefined;
    for await (const event of open()) {
      if (isLost(event)) {
        lost = event;
        break;
      }
      openings = 0;
      yield event;
    }
    if (lost === undefined || signal.aborted) return;
    if (openings >= MOST_OPENINGS) return yield lost;
    const backOff = Math.min(FIRST_BACK_OFF_MS * 2 ** openings, LONGEST_BACK_OFF_MS);
    await pause(backOff * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}

const isLost = ({ data, errors }: SubgraphResponse) =>
  !data && errors?.[0]?.extensions?.code === "SUBGRAPH_CONNECTION_LOST";
