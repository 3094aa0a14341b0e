import { setTimeout } from "node:timers/promises";
import { type EventLog, lockLog, openEventLog } from "../eventLog.js";
import type { OpenRelay } from "../logRelay.js";
import { type RawDatabase, rawDatabase } from "./rawDatabase.js";

export interface Entry {
  readonly position: bigint;
  readonly text: string;
  readonly at: Date;
}

const TABLE = `CREATE TABLE "entry" (
  "position" bigserial PRIMARY KEY, "text" text NOT NULL, "at" timestamptz NOT NULL DEFAULT clock_timestamp());`;
export const CHANNEL = "test_log";

export const entryDatabase = () => rawDatabase(TABLE);

export interface EntryLogOptions {
  readonly kept?: number;
  readonly relay?: OpenRelay | undefined;
  /** Called before the table is read; may throw. */
  readonly onRead?: () => void;
  readonly onError?: (error: unknown) => void;
}

/** A reader of the test's log, as a process of its own would have one. */
export function openEntryLog({ url, pool }: RawDatabase, { onRead, ...options }: EntryLogOptions = {}) {
  return openEventLog<Entry>({
    ...options,
    databaseUrl: url,
    channel: CHANNEL,
    head: () => headOf(pool),
    async read(after, limit) {
      onRead?.();
      const { rows } = await pool.query(`select * from "entry" where "position" > $1 order by "position" limit $2`, [
        after,
        limit,
      ]);
      return rows.map(({ position, ...row }) => ({ ...row, position: BigInt(position) }));
    },
  });
}

export const headOf = async (pool: RawDatabase["pool"]): Promise<bigint> =>
  BigInt((await pool.query(`select max("position") as "head" from "entry"`)).rows[0].head ?? 0);

/** Appends in a transaction that dawdles before and after it takes the log's lock. */
export const append = (database: RawDatabase, text: string, dawdle = 0) =>
  database.transaction(async (tx) => {
    await setTimeout(dawdle);
    await lockLog(tx, CHANNEL);
    await tx.$executeRawUnsafe(`insert into "entry" ("text") values ($1)`, text);
    await setTimeout(dawdle / 5);
  });

/** What was committed, in order. */
export const committed = async ({ pool }: RawDatabase): Promise<string[]> =>
  (await pool.query(`select "text" from "entry" order by "position"`)).rows.map(({ text }) => text);

/** The texts of so many entries, as they come. */
export async function take(
  log: EventLog<Entry>,
  count: number,
  after: bigint | null = 0n,
  pace = 0,
): Promise<string[]> {
  const stop = new AbortController();
  const texts: string[] = [];
  for await (const { text } of log.follow(after, stop.signal)) {
    texts.push(text);
    if (texts.length === count) stop.abort();
    if (pace) await setTimeout(pace);
  }
  return texts;
}

/** Cuts every connection that listens. */
export const cutListeners = ({ pool }: RawDatabase) =>
  pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and (query like 'listen%' or query like '%advisory%publisher%')`,
  );
