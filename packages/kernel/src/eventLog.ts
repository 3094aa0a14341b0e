import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import type { SqlTransaction } from "./transaction.js";

/** An entry of a log table; positions grow in commit order, without a reader ever missing a late commit. */
export interface LogEntry {
  readonly position: bigint;
}

export interface EventLog<E extends LogEntry> {
  /**
   * Every entry after the given position in commit order, then live ones as they are committed.
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
const RECONNECT = 250; // ms

/**
 * Reads a log table once for all who follow it: recent entries are kept in memory, whoever is further behind reads
 * them from the table until it has caught up. A slow follower therefore holds nobody and loses nothing.
 */
export async function openEventLog<E extends LogEntry>(options: EventLogOptions<E>): Promise<EventLog<E>> {
  const stop = new AbortController();
  let recent: E[] = [];
  let start = await options.head(); // every entry after `start` and up to `end` is in `recent`
  let end = start;
  let appended = Promise.withResolvers<void>();
  let wake = Promise.withResolvers<void>();
  let listener: Client | null = null;

  async function listen() {
    while (!stop.signal.aborted) {
      const client = new Client({ connectionString: options.databaseUrl });
      try {
        client.on("notification", () => wake.resolve());
        const lost = new Promise<void>((resolve) => {
          client.once("error", () => resolve());
          client.once("end", () => resolve());
        });
        await client.connect();
        listener = client;
        await client.query(`listen "${options.channel}"`);
        wake.resolve();
        await lost;
      } catch (error) {
        options.onError?.(error);
      }
      listener = null;
      await client.end().catch(() => undefined);
      await pause(RECONNECT, stop.signal);
    }
  }

  async function tail() {
    while (!stop.signal.aborted) {
      wake = Promise.withResolvers();
      try {
        const entries = await options.read(end, BATCH);
        if (entries.length > 0) {
          keep(entries);
          continue;
        }
      } catch (error) {
        if (!stop.signal.aborted) options.onError?.(error);
      }
      await Promise.race([wake.promise, pause(POLL, stop.signal)]);
    }
  }

  function keep(entries: readonly E[]) {
    recent.push(...entries);
    end = recent.at(-1)?.position ?? end;
    if (recent.length > 2 * RECENT) {
      recent = recent.slice(-RECENT);
      start = (recent[0] as E).position - 1n;
    }
    appended.resolve();
    appended = Promise.withResolvers();
  }

  function after(position: bigint): readonly E[] | null {
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

  async function* follow(from: bigint | null, signal: AbortSignal): AsyncGenerator<E, void, undefined> {
    let position = from ?? end;
    const aborted = new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true });
      stop.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    while (!signal.aborted && !stop.signal.aborted) {
      const more = appended.promise;
      const entries = after(position) ?? (await options.read(position, BATCH));
      for (const entry of entries) {
        if (signal.aborted) return;
        position = entry.position;
        yield entry;
      }
      if (entries.length === 0) {
        if (position < start)
          position = start; // nothing left between: the gap was of rolled back positions
        else await Promise.race([more, aborted]);
      }
    }
  }

  const running = [listen(), tail()];
  return {
    follow,
    async close() {
      stop.abort();
      wake.resolve();
      await listener?.end().catch(() => undefined);
      await Promise.all(running);
    },
  };
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined); // ended early by the signal
