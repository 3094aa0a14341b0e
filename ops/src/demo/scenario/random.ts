/** Chance that comes out the same for the same seed. */
export interface Draw {
  /** From 0 to below 1. */
  share(): number;
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  one<T>(choices: readonly T[]): T;
}

/** mulberry32: small, and good enough for visitors of a hall. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(share() * count);
  return { share, below, one: (choices) => choices[below(choices.length)] as (typeof choices)[number] };
}
