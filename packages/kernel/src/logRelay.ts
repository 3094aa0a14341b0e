import type { Client } from "pg";
import type { LogEntry } from "./eventLog.js";
import { pause } from "./logListener.js";

/** An entry, and the position before it: whoever gets it knows whether one is missing. */
export interface RelayedEntry<E extends LogEntry> {
  readonly previous: bigint;
  readonly entry: E;
}

/** Carries the entries of a log from one process to the others. It may lose and repeat them: the table is the truth. */
export interface LogRelay<E extends LogEntry> extends AsyncDisposable {
  /** Whether what others publish comes in. */
  readonly isLive: boolean;
  /** @throws when it is not certain that it was taken */
  publish(relayed: RelayedEntry<E>): Promise<void>;
}

export interface RelayReceiver<E extends LogEntry> {
  readonly onEntry: (relayed: RelayedEntry<E>) => void;
  /** It begins to come in, or no longer does: what was published meanwhile is unknown. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** @param name  names the log among all of a broker's */
export type OpenRelay = <E extends LogEntry>(name: string, receiver: RelayReceiver<E>) => LogRelay<E>;

export interface RelayingOptions<E extends LogEntry> extends Omit<RelayReceiver<E>, "onChange"> {
  readonly channel: string;
  readonly open: OpenRelay;
  /** Entries after the log's present end, and that end. */
  readonly followEnd: (signal: AbortSignal) => { readonly end: bigint; readonly entries: AsyncIterable<E> };
  /** Has the table read. */
  readonly wake: () => void;
}

const ELECTION = 1_000; // ms between two attempts to become the publisher
const RETRY = 100; // ms, while the relay is not there yet
const GRACE = 250; // ms that the relay has to bring what the database has told of

/**
 * A log whose entries come by a relay: one process of all on a database reads its table and publishes, the others read
 * it only when the relay is late, has lost something, or is away. The publisher holds a lock of its database session, so
 * another takes over when it dies.
 */
export class RelayedLog<E extends LogEntry> implements AsyncDisposable {
  #relay: LogRelay<E> | undefined;
  #isPublisher = false;
  #received = 0;

  constructor(private readonly options: RelayingOptions<E>) {}

  /** Whether entries come without the table being read. */
  get isFed(): boolean {
    return !this.#isPublisher && this.#relay?.isLive === true;
  }

  /** The database has told that there is something new. */
  notified(): void {
    const { wake } = this.options;
    const before = this.#received;
    if (this.isFed) setTimeout(() => before === this.#received && wake(), GRACE).unref();
    else wake();
  }

  /** Stands for publisher as long as the connection lasts. */
  async standFor(client: Client, lost: AbortSignal): Promise<void> {
    const { channel } = this.options;
    this.#relay ??= await this.#open(client);
    while (!lost.aborted) {
      const { rows } = await client.query(`select pg_try_advisory_lock(hashtext($1 || ' publisher')) as "won"`, [
        channel,
      ]);
      if (rows[0].won) {
        await this.#publish(this.#relay, lost).catch(this.options.onError);
        if (!lost.aborted) await client.query(`select pg_advisory_unlock(hashtext($1 || ' publisher'))`, [channel]);
      }
      await pause(this.#relay.isLive ? ELECTION : RETRY, lost);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#relay?.[Symbol.asyncDispose]();
  }

  /** By a name of its own for every database of every server, which a standby has in common with its primary. */
  async #open(client: Client): Promise<LogRelay<E>> {
    const { rows } = await client.query(
      `select system_identifier || '_' || "oid" as "id"
         from pg_control_system(), pg_database where datname = current_database()`,
    );
    const { channel, open, wake, onError } = this.options;
    return open<E>(`${channel}_${rows[0].id}`, {
      onEntry: (relayed) => {
        this.#received++;
        this.options.onEntry(relayed);
      },
      onChange: wake,
      onError,
    });
  }

  async #publish(relay: LogRelay<E>, lost: AbortSignal): Promise<void> {
    if (!relay.isLive) return; // somebody else may reach it
    this.#isPublisher = true;
    try {
      await publishEntries(relay, this.options.followEnd(lost));
    } finally {
      this.#isPublisher = false;
      this.options.wake();
    }
  }
}

/** Publishes entry by entry. Several may do so at once: what is there twice is taken once. */
export async function publishEntries<E extends LogEntry>(
  relay: LogRelay<E>,
  { end, entries }: { readonly end: bigint; readonly entries: AsyncIterable<E> },
): Promise<void> {
  let previous = end;
  for await (const entry of entries) {
    await relay.publish({ previous, entry });
    previous = entry.position;
  }
}
