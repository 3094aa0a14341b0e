import { CursorNotValid, positionOf, Resync } from "./logCursor.js";
import { listen, pause } from "./logListener.js";
import type { SqlTransaction } from "./transaction.js";

/** An entry of a log table; positions grow in commit order, without a reader ever missing a late commit. */
export interface LogEntry {
  readonly position: bigint;
}

export interface EventLog<E extends LogEntry> {
  /**
   * Where a reader may start that has seen a cursor; the present end when it has seen none.
   *
   * @throws CursorNotValid when this log has not given it out, Resync when it is older than what is kept for readers
   */
  startAfter(cursor: string | null | undefined): Promise<bigint>;
  /**
   * Every entry after the given position in commit order, then live ones as they are committed. Goes on by itself
   * after a lost connection or a restarted database. Whoever falls behind what is kept for readers gets `Resync`.
   *
   * @param after  the last position seen; `null` starts with what comes next
   */
  follow(after: bigint | null, signal: AbortSignal): AsyncGenerator<E, void, undefined>;
  close(): Promise<void>;
}

export interface EventLogOptions<E extends LogEntry> {
  readonly databaseUrl: string;
  /** The channel that `lockLog` notifies; also names the lock. */
  readonly channel: string;
  /** Up to `limit` entries after a position, in order of position. */
  readonly read: (after: bigint, limit: number) => Promise<readonly E[]>;
  /** The last position there is; 0 when the log is empty. */
  readonly head: () => Promise<bigint>;
  /**
   * How many positions back from the newest readers may start. Bounds what one of them can ask for; rows below may be
   * archived. Default 200,000.
   */
  readonly kept?: number;
  readonly onError?: (error: unknown) => void;
}

/**
 * To be called in a transaction just before it appends to the log, as its last step. Whoever holds the lock takes the
 * next positions and keeps it until the commit is visible; so positions become visible in their own order and a
 * reader that has seen position n will never find a smaller one later. Readers are woken on commit.
 */
export async function lockLog(tx: SqlTransaction, channel: string): Promise<void> {
  await tx.$executeRawUnsafe(`select pg_advisory_xact_lock(hashtext($1)), pg_notify($1, '')`, channel);
}

const RECENT = 4_096; // entries kept in memory
const BATCH = 500; // entries per read
const POLL = 2_000; // ms; a lost notification delays, it never loses
const RETRY = 250; // ms

/**
 * Reads a log table once for all who follow it: recent entries are kept in memory, whoever is further behind reads
 * them from the table until it has caught up. A slow follower therefore holds nobody and loses nothing.
 */
export async function openEventLog<E extends LogEntry>(options: EventLogOptions<E>): Promise<EventLog<E>> {
  const stop = new AbortController();
  const waiting = new Set<() => void>(); // followers that have seen everything
  let recent: E[] = [];
  let start = await options.head(); // every entry after `start` and up to `end` is in `recent`
  let end = start;
  const keptPositions = BigInt(options.kept ?? 200_000);
  const floor = () => (end > keptPositions ? end - keptPositions : 0n);
  let wake = Promise.withResolvers<void>();

  async function tail() {
    while (!stop.signal.aborted) {
      wake = Promise.withResolvers(); // before the read: what is notified during it is read next
      const entries = await read(end);
      if (entries?.length) keep(entries);
      if (entries?.length === BATCH) continue;
      const poll = setTimeout(wake.resolve, entries ? POLL : RETRY);
      await wake.promise;
      clearTimeout(poll);
    }
  }

  async function read(after: bigint): Promise<readonly E[] | null> {
    try {
      return await options.read(after, BATCH);
    } catch (error) {
      if (!stop.signal.aborted) options.onError?.(error);
      return null;
    }
  }

  function keep(entries: readonly E[]) {
    recent.push(...entries);
    end = recent.at(-1)?.position ?? end;
    if (recent.length > 2 * RECENT) {
      recent = recent.slice(-RECENT);
      start = (recent[0] as E).position - 1n;
    }
    wakeFollowers();
  }

  function wakeFollowers() {
    for (const resume of waiting) resume();
    waiting.clear();
  }

  /** What is in memory after a position; `null` when that no longer is everything. */
  function kept(position: bigint): readonly E[] | null {
    if (position < start) return null;
    let low = 0;
    let high = recent.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((recent[middle] as E).position > position) high = middle;
      else low = middle + 1;
    }
    return recent.slice(low, low + BATCH);
  }

  async function* entriesAfter(from: bigint, signal: AbortSignal): AsyncGenerator<E, void, undefined> {
    let position = from;
    // One promise per wait and one listener per follower: a race against a promise that lives as long as the stream
    // would keep something of every entry.
    let resume = () => {};
    const onAbort = () => resume();
    signal.addEventListener("abort", onAbort);
    const ended = () => signal.aborted || stop.signal.aborted;
    try {
      while (!ended()) {
        if (position < floor()) throw new Resync(position, floor(), end);
        const entries = kept(position) ?? (await read(position));
        if (!entries) {
          await pause(RETRY, signal);
          continue;
        }
        for (const entry of entries) {
          position = entry.position;
          yield entry;
          if (ended()) return;
        }
        if (entries.length > 0) continue;
        if (position < start) {
          position = start; // nothing is left between: entries so old have been cleared away
          continue;
        }
        await new Promise<void>((resolve) => {
          resume = resolve;
          waiting.add(resolve);
        });
      }
    } finally {
      signal.removeEventListener("abort", onAbort);
      waiting.delete(resume);
    }
  }

  async function startAfter(cursor: string | null | undefined): Promise<bigint> {
    if (cursor == null) return end;
    const position = positionOf(cursor);
    if (position < floor()) throw new Resync(position, floor(), end);
    // What is in memory may be a moment behind the table.
    const head = position > end ? await options.head() : end;
    if (position > head) throw new CursorNotValid(cursor, head);
    return position;
  }

  const running = [listen({ ...options, onWake: () => wake.resolve() }, stop.signal), tail()];
  return {
    startAfter,
    // Not a generator itself: "what comes next" counts from the call, not from the first entry asked for.
    follow: (after, signal) => entriesAfter(after ?? end, signal),
    async close() {
      stop.abort();
      wake.resolve();
      wakeFollowers();
      await Promise.all(running);
    },
  };
}
