import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type EventLog, lockLog, openEventLog } from "./eventLog.js";
import { type RawDatabase, rawDatabase } from "./testing/rawDatabase.js";

interface Entry {
  readonly position: bigint;
  readonly text: string;
}

const TABLE = `CREATE TABLE "entry" ("position" bigserial PRIMARY KEY, "text" text NOT NULL);`;
const CHANNEL = "test_log";

let database: RawDatabase;
let log: EventLog<Entry>;
let readFails: boolean;
const errors: unknown[] = [];

beforeAll(async () => {
  database = await rawDatabase(TABLE);
});
afterAll(() => database[Symbol.asyncDispose]());

beforeEach(async () => {
  await database.pool.query(`truncate "entry"`);
  readFails = false;
  log = await open();
});
afterEach(() => log.close());

const open = (kept?: number) =>
  openEventLog<Entry>({
    ...(kept !== undefined && { kept }),
    databaseUrl: database.url,
    channel: CHANNEL,
    head: async () =>
      BigInt((await database.pool.query(`select max("position") as "head" from "entry"`)).rows[0].head ?? 0),
    async read(after, limit) {
      if (readFails) throw new Error("the database is away");
      const { rows } = await database.pool.query(
        `select * from "entry" where "position" > $1 order by "position" limit $2`,
        [after, limit],
      );
      return rows.map(({ position, text }) => ({ position: BigInt(position), text }));
    },
    onError: (error) => errors.push(error),
  });

/** Appends in a transaction that dawdles before and after it takes the log's lock. */
const append = (text: string, dawdle = 0) =>
  database.transaction(async (tx) => {
    await setTimeout(dawdle);
    await lockLog(tx, CHANNEL);
    await tx.$executeRawUnsafe(`insert into "entry" ("text") values ($1)`, text);
    await setTimeout(dawdle / 5);
  });

async function take(count: number, after: bigint | null = 0n, pace = 0): Promise<string[]> {
  const stop = new AbortController();
  const texts: string[] = [];
  for await (const { text } of log.follow(after, stop.signal)) {
    texts.push(text);
    if (texts.length === count) stop.abort();
    if (pace) await setTimeout(pace);
  }
  return texts;
}

const closing = (opened: EventLog<Entry>) => ({ ...opened, [Symbol.asyncDispose]: () => opened.close() });

const cutListeners = () =>
  database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
  );
const inOrder = async () =>
  (await database.pool.query(`select "text" from "entry" order by "position"`)).rows.map(({ text }) => text);

describe("following a log", () => {
  it("shows each entry once, in commit order, whatever writers race and connections are lost", async () => {
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 15; n++) await append(`${writer}-${n}`, Math.random() * 20);
    });
    const followers = [take(120), take(120), take(120, 0n, 2)];

    const cuts = (async () => {
      for (let n = 0; n < 4; n++) {
        await setTimeout(60);
        await cutListeners();
      }
    })();
    await Promise.all([...writers, cuts]);

    const committed = await inOrder();
    expect(committed).toHaveLength(120);
    for (const seen of await Promise.all(followers)) expect(seen).toEqual(committed);
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
    expect(await slow).toEqual(await inOrder());
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
    await setTimeout(50);
    expect(errors).toContainEqual(new Error("the database is away"));

    readFails = false;

    expect(await followed).toEqual(["one", "two"]);
  });

  it("refuses a cursor older than what is kept for readers, and tells where to go on", async () => {
    await database.pool.query(`insert into "entry" ("text") select 'old ' || n from generate_series(1, 30) n`);
    const head = BigInt((await database.pool.query(`select max("position") as "head" from "entry"`)).rows[0].head);
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
    const { rows } = await database.pool.query(`select max("position") as "head" from "entry"`);

    await expect(log.startAfter(rows[0].head)).resolves.toBe(BigInt(rows[0].head));
  });

  it("ends at once when it is aborted or the log is closed, and leaves nothing behind", async () => {
    const stop = new AbortController();
    const [aborted, closed] = [log.follow(null, stop.signal), log.follow(null, new AbortController().signal)];
    const waiting = [aborted.next(), closed.next()];
    await setTimeout(20);

    stop.abort();
    expect(await waiting[0]).toEqual({ done: true, value: undefined });

    await log.close();
    expect(await waiting[1]).toEqual({ done: true, value: undefined });
    const { rows } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and query like 'listen%'`,
    );
    expect(rows).toEqual([]);
  });

  it("can be closed while its connection is being made", async () => {
    const another = await open();

    await another.close();
  });
});
