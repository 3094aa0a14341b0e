/** The streams the board follows, each with its own place in a log. */
export interface Cursors {
  readonly cases: string;
  readonly queue: string;
  readonly duty: string;
}

/** Whether a cursor comes after another of its log. Cursors are positions in decimal digits, longer than a number holds. */
export const isAfter = (cursor: string, other: string): boolean =>
  cursor.length === other.length ? cursor > other : cursor.length > other.length;
