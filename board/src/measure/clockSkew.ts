/**
 * How far the server's clock is ahead of this browser's, in ms, as far as it can be told from `Date` headers: each
 * gives a second in which the answer was made. As long as equal clocks are possible, 0.
 */
export interface ClockSkew {
  /** @param date  the header's instant, @param sent and @param received  of this browser, all in ms */
  observe(date: number, sent: number, received: number): void;
  readonly ahead: number;
}

const SECOND = 1_000; // ms, the header's resolution

export function createClockSkew(): ClockSkew {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  return {
    observe(date, sent, received) {
      const [low, high] = [date - received, date + SECOND - sent];
      if (high < least || low > most)
        [least, most] = [low, high]; // a clock was set anew
      else [least, most] = [Math.max(least, low), Math.min(most, high)];
    },
    get ahead() {
      return Math.max(0, least) || Math.min(0, most);
    },
  };
}
