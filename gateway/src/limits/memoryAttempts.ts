import { LRUCache } from "lru-cache";
import { type Attempts, WINDOW } from "./attempts.js";

interface Window {
  readonly until: number;
  count: number;
}

const KEPT = 50_000; // keys whose attempts are remembered: at most, so that no room is taken for all of them at once

/** Attempts of a single gateway, forgotten when it ends. Counting is at once, so that parallel attempts are all counted. */
export function memoryAttempts(): Attempts {
  const windows = new LRUCache<string, Window>({ maxSize: KEPT, sizeCalculation: () => 1 });
  const takeOne = (key: string, limit: number, now: number): number => {
    const known = windows.get(key);
    const window = known && known.until > now ? known : { until: now + WINDOW, count: 0 };
    if (window.count >= limit) return window.until - now;
    window.count++;
    windows.set(key, window);
    return 0;
  };
  return {
    take: async (counted, now) => Math.max(0, ...counted.map(({ key, limit }) => takeOne(key, limit, now.getTime()))),
    async giveBack(keys) {
      for (const key of keys) {
        const window = windows.get(key);
        if (window && window.count > 0) window.count--;
      }
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
