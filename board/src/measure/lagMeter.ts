const REMEMBERED = 240; // events

/** From commit to screen, in milliseconds. */
export interface Lag {
  readonly last: number;
  readonly median: number;
  readonly p95: number;
  /** Events measured since the page was opened. */
  readonly events: number;
}

export interface LagMeter {
  /** Measures one event that has just been painted. */
  painted(lag: number): void;
  read(): Lag | null;
}

/** Keeps the latest measurements, however long it runs. */
export function createLagMeter(): LagMeter {
  const latest: number[] = [];
  let events = 0;
  return {
    painted(lag) {
      latest[events % REMEMBERED] = Math.max(0, lag);
      events += 1;
    },
    read() {
      if (events === 0) return null;
      const sorted = latest.toSorted((one, other) => one - other);
      const share = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] as number;
      return { last: latest[(events - 1) % REMEMBERED] as number, median: share(0.5), p95: share(0.95), events };
    },
  };
}
