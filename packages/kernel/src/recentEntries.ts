import type { LogEntry } from "./eventLog.js";

const RECENT = 4_096; // entries kept in memory
const AT_ONCE = 500; // entries handed out at a time

/** The newest entries of a log, in memory: every entry after `start` and up to `end`. */
export class RecentEntries<E extends LogEntry> {
  #entries: E[] = [];
  start: bigint;
  end: bigint;

  constructor(head: bigint) {
    this.start = head;
    this.end = head;
  }

  get last(): E | undefined {
    return this.#entries.at(-1);
  }

  /** Adds what follows the end; what is known already is left out. */
  add(entries: readonly E[]): void {
    for (const entry of entries) {
      if (entry.position <= this.end) continue;
      this.#entries.push(entry);
      this.end = entry.position;
    }
    if (this.#entries.length <= 2 * RECENT) return;
    this.#entries = this.#entries.slice(-RECENT);
    this.start = (this.#entries[0] as E).position - 1n;
  }

  /** Begins anew at another end. */
  reset(head: bigint): void {
    this.#entries = [];
    this.start = head;
    this.end = head;
  }

  /** The next ones after a position; `null` when not everything after it is in memory. */
  after(position: bigint): readonly E[] | null {
    if (position < this.start) return null;
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle] as E).position > position) high = middle;
      else low = middle + 1;
    }
    return this.#entries.slice(low, low + AT_ONCE);
  }
}
