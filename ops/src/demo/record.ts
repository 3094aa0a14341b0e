import type { Seen } from "./watch.js";

/** What the subscriber has seen so far. */
export interface DayRecord {
  add(seen: Seen, lag: number | null): void;
  /** Waits until something matching was seen. @returns false when it was not within that many ms */
  sees(matches: (seen: Seen) => boolean, patience: number, signal: AbortSignal): Promise<boolean>;
  summary(): Summary;
}

export interface Summary {
  /** How many of the cases that moved stand where. */
  readonly statuses: ReadonlyMap<string, number>;
  readonly events: Readonly<Record<Seen["stream"], number>>;
  /** ms from the log to the subscriber; null when nothing came */
  readonly medianLag: number | null;
}

export function createDayRecord(): DayRecord {
  const all: Seen[] = [];
  const lags: number[] = [];
  let news = Promise.withResolvers<void>();
  return {
    add(seen, lag) {
      all.push(seen);
      if (lag !== null) lags.push(lag);
      news.resolve();
      news = Promise.withResolvers();
    },
    async sees(matches, patience, signal) {
      const deadline = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      const over = new Promise<void>((resolve) => deadline.addEventListener("abort", () => resolve()));
      while (!all.some(matches)) {
        if (deadline.aborted) return false;
        await Promise.race([news.promise, over]);
      }
      return true;
    },
    summary() {
      const latest = new Map<string, string>();
      const events = { cases: 0, duty: 0, queue: 0 };
      for (const { stream, event } of all) {
        events[stream] += 1;
        if (stream === "cases") latest.set(event.caseId, event.statusAfter);
      }
      const statuses = Map.groupBy(latest.values(), (status) => status);
      const sorted = lags.toSorted((one, other) => one - other);
      return {
        statuses: new Map([...statuses].map(([status, cases]) => [status, cases.length])),
        events,
        medianLag: sorted[Math.floor(sorted.length / 2)] ?? null,
      };
    },
  };
}
