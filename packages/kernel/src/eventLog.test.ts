import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type EventLog, lockLog } from "./eventLog.js";
import {
  append as appendTo,
  CHANNEL,
  committed,
  cutListeners,
  type Entry,
  entryDatabase,
  headOf,
  openEntryLog,
  take as takeFrom,
} from "./testing/entryLog.js";
import type { RawDatabase } from "./testing/rawDatabase.js";

let database: RawDatabase;
let log: EventLog<Entry>;
let readFails: boolean;
const errors: unknown[] = [];

beforeAll(async () => {
  database = await entryDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

beforeEach(async () => {
  await database.pool.query(`truncate "entry"`);
  readFails = false;
  errors.length = 0;
  log = await open();
});
afterEach(() => log.close());

const open = (kept?: number) =>
  openEntryLog(database, {
    ...(kept !== undefined && { kept }),
    onRead() {
      if (readFails) throw new Error("the database is away");
    },
    onError: (error) => errors.push(error),
  });
const append = (text: string, dawdle?: number) => appendTo(database, text, dawdle);
const take = (count: number, after?: bigint | null, pace?: number) => takeFrom(log, count, after, pace);

const closing = (opened: EventLog<Entry>) => ({ ...opened, [Symbol.asyncDispose]: () => opened.close() });

describe("following a log", () => {
  it("shows each entry once, in commit order, whatever writers race and connections are lost", async () => {
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 15; n++) await append(`${writer}-${n}`, Math.random() * 20);
    });
    const followers = [take(120), take(120), take(120, 0n, 2)];

    const cuts = (async () => {
      for (const seen of [20, 45, 70, 95]) {
        await take(seen);
        await cutListeners(database);
      }
    })();
    await Promise.all([...writers, cuts]);

    const all = await committed(database);
    expect(all).toHaveLength(120);
    for (const seen of await Promise.all(followers)) expect(seen).toEqual(all);
  });

  it("goes on from a cursor, also one far behind what is kept in memory", async () => {
    await database.pool.query(`insert into "entry" ("text") select 'old ' || n from generate_series(1, 12000) n`);
    const [{ position }] = (await database.pool.query(`select "position" from "entry" order by "position" limit 1`))
      .rows;
    await log.close();
    log = await open();

    const followed = take(12_000, BigInt(position));
    await append("new");

    const seen = await followed;
    expect([seen[0], seen.at(-1)]).toEqual(["old 2", "new"]);
  });

  it("starts, without a cursor, with what comes next", async () => {
    await append("before");
    await take(1);
    const next = take(1, null);

    await append("after");

    expect(await next).toEqual(["after"]);
  });

  it("lets a slow follower hold nobody and lose nothing", async () => {
    let finished = false;
    const slow = take(30, 0n, 20).finally(() => {
      finished = true;
    });
    for (let n = 0; n < 30; n++) await append(String(n));

    await take(30);

    expect(finished).toBe(false);
    expect(await slow).toEqual(await committed(database));
  });

  it("skips what was rolled back", async () => {
    await append("one");
    await database
      .transaction(async (tx) => {
        await lockLog(tx, CHANNEL);
        await tx.$executeRawUnsafe(`insert into "entry" ("text") values ('never')`);
        throw new Error("no");
      })
      .catch(() => undefined);
    await append("two");

    expect(await take(2)).toEqual(["one", "two"]);
  });

  it("waits for a database that is away, and reports it", async () => {
    await append("one");
    await take(1);
    readFails = true;
    const followed = take(2);
    await append("two");
    await expect.poll(() => errors, { timeout: 10_000 }).toContainEqual(new Error("the database is away"));

    readFails = false;

    expect(await followed).toEqual(["one", "two"]);
  });

  it("refuses a cursor older than what is kept for readers, and tells where to go on", async () => {
    await database.pool.query(`insert into "entry" ("text") select 'old ' || n from generate_series(1, 30) n`);
    const head = await headOf(database.pool);
    await using short = closing(await open(10));

    await expect(short.startAfter(`${head - 10n}`)).resolves.toBe(head - 10n);
    await expect(short.startAfter(`${head - 11n}`)).rejects.toMatchObject({
      code: "RESYNC",
      details: { head: `${head}`, floor: `${head - 10n}` },
    });
    await expect(short.follow(head - 11n, new AbortController().signal).next()).rejects.toMatchObject({
      code: "RESYNC",
    });
  });

  it.each([
    ["is none", () => "yesterday"],
    ["is beyond the newest", (head: bigint) => `${head + 1n}`],
  ])("refuses a cursor that %s", async (_, cursor) => {
    await append("one");
    await take(1);
    const head = await log.startAfter(null);

    await expect(log.startAfter(cursor(head))).rejects.toMatchObject({ code: "CURSOR_NOT_VALID" });
  });

  it("takes a cursor that another process has given out a moment ago", async () => {
    readFails = true;
    await append("elsewhere");
    const head = await headOf(database.pool);

    await expect(log.startAfter(`${head}`)).resolves.toBe(head);
  });

  it("ends at once when it is aborted or the log is closed, and leaves nothing behind", async () => {
    const stop = new AbortController();
    const [aborted, closed] = [log.follow(null, stop.signal), log.follow(null, new AbortController().signal)];
    const first = [aborted.next(), closed.next()];
    await append("one");
    await Promise.all(first);
    const waiting = [aborted.next(), closed.next()];

    stop.abort();
    expect(await waiting[0]).toEqual({ done: true, value: undefined });

    await log.close();
    expect(await waiting[1]).toEqual({ done: true, value: undefined });
    const { rows } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and query like 'listen%'`,
    );
    expect(rows).toEqual([]);
  });

  it("tells whoever follows when the database has come back without its last entries", async () => {
    for (const text of ["kept", "lost", "lost too"]) await append(text);
    expect(await take(3)).toHaveLength(3);
    const beyond = log.follow(null, new AbortController().signal).next();
    const { rows } = await database.pool.query(
      `with gone as (delete from "entry" where "text" <> 'kept' returning "position")
       select setval('entry_position_seq', min("position"), false) from gone`,
    );
    expect(rows).toHaveLength(1);

    await cutListeners(database);

    await expect(beyond).rejects.toMatchObject({ code: "CURSOR_NOT_VALID" });
    await append("after");
    expect(await take(2)).toEqual(["kept", "after"]);
  });

  it("can be closed while its connection is being made", async () => {
    const another = await open();

    await another.close();
  });
});
