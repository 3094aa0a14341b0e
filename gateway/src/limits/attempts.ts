import type { Clock } from "@yimen/kernel/clock";
import { LeastRecentlyUsed } from "../leastRecentlyUsed.js";

interface Window {
  readonly until: number;
  count: number;
}

const KEPT = 50_000; // keys whose attempts are remembered

/** Counts attempts by key in windows of fixed length. Counting is at once, so that parallel attempts are all counted. */
export class Attempts {
  readonly #windows = new LeastRecentlyUsed<string, Window>(KEPT);

  constructor(
    private readonly clock: Clock,
    /** Milliseconds. */
    private readonly length: number,
  ) {}

  /** Counts one more; @returns milliseconds until the next is allowed, or nothing when this one is */
  take(key: string, limit: number): number | undefined {
    const now = this.clock().getTime();
    const known = this.#windows.get(key);
    const window = known && known.until > now ? known : { until: now + this.length, count: 0 };
    if (window.count >= limit) return window.until - now;
    window.count++;
    this.#windows.set(key, window);
    return undefined;
  }

  /** Takes one back that was no attempt after all. */
  giveBack(key: string): void {
    const window = this.#windows.get(key);
    if (window && window.count > 0) window.count--;
  }
}
