import type { Clock } from "@yimen/kernel/clock";
import { escalateOverdue } from "./escalateOverdue.js";
import type { Db } from "./store/db.js";

const INTERVAL = 1_000; // ms

/** Looks every second until stopped; a failed look is reported and the next one tries again. */
export function watchDueDates(db: Db, clock: Clock, onError: (error: unknown) => void): AsyncDisposable {
  let running: Promise<unknown> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    running = escalateOverdue(db, clock)
      .catch(onError)
      .finally(() => {
        idle = true;
      });
  }, INTERVAL);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}
