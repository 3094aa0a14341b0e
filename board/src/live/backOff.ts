const FIRST = 500; // ms
const LONGEST = 15_000; // ms

/**
 * How long to wait before the next attempt: doubling, and spread over half of it, so that a hall full of screens does
 * not come back in one moment.
 *
 * @param attempt  failures so far, from 0
 */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const delay = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10));
  return delay / 2 + (delay / 2) * random();
}
