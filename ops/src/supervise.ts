import { setTimeout as delay } from "node:timers/promises";
import type { Child, Ending } from "./child.js";

/** What happens to a supervised process, for those who report it. */
export interface Happenings {
  /** Ready to work, for the first time or again. */
  ready(again: boolean): void;
  /** Ended without being asked; starts again after `pause` milliseconds. */
  crashed(ending: Ending, pause: number): void;
}

export interface Supervised {
  /** True once it was ready for the first time; false when it cannot be brought to that. */
  readonly ready: Promise<boolean>;
  stop(grace: number): Promise<void>;
}

export interface Supervision {
  readonly start: () => Child;
  /** Waits until the process can work; the signal says that it has ended. */
  readonly untilReady: (ended: AbortSignal) => Promise<boolean>;
  readonly happenings: Happenings;
  /** First pause before it is started again, in milliseconds; doubles with every crash. */
  readonly pause?: number;
}

const LONGEST_PAUSE = 30_000;
const STEADY = 60_000; // having worked for so long, a process starts with a clean slate
const TRIES = 3; // of a process that has never worked yet

/** Keeps a process running: starts it, and starts it again when it ends without being asked. */
export function supervise({ start, untilReady, happenings, pause = 500 }: Supervision): Supervised {
  const stopping = new AbortController();
  const first = Promise.withResolvers<boolean>();
  let child: Child | undefined;
  let everReady = false;

  async function live(): Promise<void> {
    for (let crashes = 0; !stopping.signal.aborted; ) {
      const startedAt = Date.now();
      const ending = await oneLife();
      if (stopping.signal.aborted) return;
      crashes = Date.now() - startedAt > STEADY ? 1 : crashes + 1;
      const wait = Math.min(pause * 2 ** (crashes - 1), LONGEST_PAUSE);
      happenings.crashed(ending, wait);
      if (!everReady && crashes >= TRIES) return first.resolve(false);
      await delay(wait, null, { signal: stopping.signal }).catch(() => null);
    }
  }

  async function oneLife(): Promise<Ending> {
    const life = start();
    child = life;
    const over = new AbortController();
    const ended = life.ended.finally(() => over.abort());
    if (await untilReady(over.signal)) {
      happenings.ready(everReady);
      everReady = true;
      first.resolve(true);
    }
    return ended;
  }

  const lived = live();
  return {
    ready: first.promise,
    stop: async (grace) => {
      stopping.abort();
      first.resolve(false);
      await child?.stop(grace);
      await lived;
    },
  };
}
