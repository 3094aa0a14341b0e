import type { Client } from "pg";
import { CursorNotValid, positionOf, Resync } from "./logCursor.js";
import { listen, pause } from "./logListener.js";
import { type OpenRelay, type RelayedEntry, RelayedLog } from "./logRelay.js";
import { RecentEntries } from "./recentEntries.js";
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
  /** Carries entries between processes, so that one of them reads the table for all; see `natsRelay`. */
  readonly relay?: OpenRelay | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

/**
 * To be called in a transaction just before it appends to the log, as its last step. Whoever holds the lock takes the
 * next positions and keeps it until the commit is visible; so positions become visible in their own order and a
 * reader that has seen position n will never find a smaller one later. Readers are woken on commit.
 */
export async function lockLog(tx: SqlTransaction, channel: string): Promise<void> {
  await tx.$executeRawUnsafe(`select pg_advisory_xact_lock(hashtext($1)), pg_notify($1, '')`, channel);
}

const BATCH = 500; // entries per read
const POLL = 2_000; // ms; a lost notification delays, it never loses
const FED_POLL = 10_000; // ms, while entries come by a relay
const RETRY = 250; // ms

/**
 * Reads a log table once for all who follow it: recent entries are kept in memory, whoever is further behind reads
 * them from the table until it has caught up. A slow follower therefore holds nobody and loses nothing.
 */
export async function openEventLog<E extends LogEntry>(options: EventLogOptions<E>): Promise<EventLog<E>> {
  const stop = new AbortController();
  const waiting = new Set<() => void>(); // followers that have seen everything
  const recent = new RecentEntries<E>(await options.head());
  const keptPositions = BigInt(options.kept ?? 200_000);
  const floor = () => (recent.end > keptPositions ? recent.end - keptPositions : 0n);
  let wake = Promise.withResolvers<void>();
  let setBacks = 0; // how often the log was found shorter than it was
  const relayed = options.relay && createRelayed(options.relay);

  function createRelayed(open: OpenRelay) {
    return new RelayedLog<E>({
      channel: options.channel,
      open,
      onEntry: take,
      onError: report,
      wake: () => wake.resolve(),
      followEnd: (signal) => ({ end: recent.end, entries: entriesAfter(recent.end, signal) }),
    });
  }

  async function tail() {
    while (!stop.signal.aborted) {
      wake = Promise.withResolvers(); // before the read: what is notified during it is read next
      const known = setBacks;
      const entries = await read(recent.end);
      if (entries?.length && known === setBacks) keep(entries);
      if (entries?.length === BATCH) continue;
      const poll = setTimeout(wake.resolve, entries ? (relayed?.isFed ? FED_POLL : POLL) : RETRY);
      await wake.promise;
      clearTimeout(poll);
    }
  }

  /** A database that came back without its last entries gives their positions out again: nobody may go on from them. */
  async function checkEnd() {
    const { end } = recent; // before the question: entries may come in until it is answered
    const head = await options.head();
    if (head >= end) return;
    setBacks++;
    recent.reset(head);
    keep([]);
  }

  async function read(after: bigint): Promise<readonly E[] | null> {
    try {
      return await options.read(after, BATCH);
    } catch (error) {
      report(error);
      return null;
    }
  }

  function report(error: unknown) {
    if (!stop.signal.aborted) options.onError?.(error);
  }

  function keep(entries: readonly E[]) {
    recent.add(entries);
    for (const resume of waiting) resume();
    waiting.clear();
  }

  /** What a relay brings is taken only where it follows what is known; otherwise the table tells. */
  function take({ previous, entry }: RelayedEntry<E>) {
    if (previous === recent.end) keep([entry]);
    else if (entry.position > recent.end) wake.resolve();
  }

  async function* entriesAfter(from: bigint, signal: AbortSignal): AsyncGenerator<E, void, undefined> {
    let position = from;
    // One promise per wait and one listener per follower: a race against a promise that lives as long as the stream
    // would keep something of every entry.
    let resume = () => {};
    const onAbort = () => resume();
    signal.addEventListener("abort", onAbort);
    const ended = () => signal.aborted || stop.signal.aborted;
    const begun = setBacks;
    try {
      while (!ended()) {
        if (setBacks !== begun) throw new CursorNotValid(position.toString(), recent.end);
        if (position < floor()) throw new Resync(position, floor(), recent.end);
        const entries = recent.after(position) ?? (await read(position));
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
        if (position < recent.start) {
          position = recent.start; // nothing is left between: entries so old have been cleared away
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
    if (cursor == null) return recent.end;
    const position = positionOf(cursor);
    if (position < floor()) throw new Resync(position, floor(), recent.end);
    // What is in memory may be a moment behind the table.
    const head = position > recent.end ? await options.head() : recent.end;
    if (position > head) throw new CursorNotValid(cursor, head);
    return position;
  }

  const { databaseUrl, channel } = options;
  const onWake = () => (relayed ? relayed.notified() : wake.resolve());
  const onConnection = async (client: Client, lost: AbortSignal) => {
    await checkEnd();
    await relayed?.standFor(client, lost);
  };
  const running = [listen({ databaseUrl, channel, onWake, onConnection, onError: report }, stop.signal), tail()];
  return {
    startAfter,
    // Not a generator itself: "what comes next" counts from the call, not from the first entry asked for.
    follow: (after, signal) => entriesAfter(after ?? recent.end, signal),
    async close() {
      stop.abort();
      wake.resolve();
      for (const resume of waiting) resume();
      await Promise.all(running);
      await relayed?.[Symbol.asyncDispose]();
    },
  };
}
