/** One thing that attempts are counted under, and how many may be made in one window. */
export interface Counted {
  readonly key: string;
  readonly limit: number;
}

/** Counts attempts in windows of fixed length. However many try at the same time, all are counted. */
export interface Attempts extends AsyncDisposable {
  /**
   * Counts one attempt under each of these, as far as there is room; a key may be given more than once.
   *
   * @returns milliseconds until there is room under all of them again; 0 when there was
   */
  take(counted: readonly Counted[], now: Date): Promise<number>;
  /** Takes one back under each of these: it was no attempt after all. */
  giveBack(keys: readonly string[]): Promise<void>;
}

export const WINDOW = 10 * 60_000; // 10 minutes
