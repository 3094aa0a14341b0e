import { connect as connectSocket } from "node:net";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { EventLog } from "./eventLog.js";
import { type OpenRelay, publishEntries } from "./logRelay.js";
import { natsRelay } from "./natsRelay.js";
import { type CuttableLine, startLine } from "./testing/cuttableLine.js";
import { append, committed, cutListeners, type Entry, entryDatabase, openEntryLog, take } from "./testing/entryLog.js";
import type { RawDatabase } from "./testing/rawDatabase.js";

const NATS = new URL(process.env.NATS_URL ?? "nats://127.0.0.1:4222");
const isThere = await new Promise<boolean>((resolve) => {
  const socket = connectSocket(Number(NATS.port || 4222), NATS.hostname, () => resolve(true));
  socket.on("error", () => resolve(false)).on("close", () => resolve(false));
  socket.once("connect", () => socket.end());
});

let database: RawDatabase;
let line: CuttableLine;
let logs: (EventLog<Entry> & { readonly reads: number })[];
let relays: { readonly isLive: boolean }[];
const streams = new Set<string>();

const relay: OpenRelay = (name, receiver) => {
  streams.add(`yimen_${name}`);
  const opened = natsRelay(`nats://127.0.0.1:${line.port}`)(name, receiver);
  relays.push(opened);
  return opened;
};

async function withStreams(
  work: (jsm: Awaited<ReturnType<typeof jetstreamManager>>, name: string) => Promise<unknown>,
) {
  const connection = await connect({ servers: NATS.host });
  const jsm = await jetstreamManager(connection);
  for (const name of streams) await work(jsm, name);
  await connection.close();
}

/** A reader such as another process would have. */
async function openLog() {
  let reads = 0;
  const log = await openEntryLog(database, { relay, onRead: () => reads++, onError: () => undefined });
  const counted = Object.defineProperty(log, "reads", { get: () => reads }) as (typeof logs)[number];
  logs.push(counted);
  return counted;
}

/** Whether one publishes and all receive. */
async function expectRunning() {
  expect(relays.map(({ isLive }) => isLive)).toEqual(logs.map(() => true));
  const { rows } = await database.pool.query(
    `select from pg_locks join pg_database on oid = database where datname = current_database() and locktype = 'advisory'`,
  );
  expect(rows).toHaveLength(1);
}

describe.skipIf(!isThere)(
  `a log relayed by NATS JetStream${isThere ? "" : ` (skipped: no server at ${NATS.host})`}`,
  () => {
    beforeAll(async () => {
      database = await entryDatabase();
      line = await startLine(Number(NATS.port || 4222));
    });
    afterAll(async () => {
      await withStreams((jsm, name) => jsm.streams.delete(name).catch(() => undefined));
      await line[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    });
    beforeEach(async () => {
      await database.pool.query(`truncate "entry"`);
      logs = [];
      relays = [];
      for (let n = 0; n < 3; n++) await openLog();
      await vi.waitFor(expectRunning, { timeout: 10_000 });
    });
    afterEach(() => Promise.all(logs.map((log) => log.close())));

    /** Three readers follow everything that six writers commit while something happens. */
    async function followWhile(disturb: () => Promise<unknown>, each = 25) {
      const count = (await committed(database)).length + 6 * each;
      const followers = logs.map((log) => take(log, count));
      const writers = Array.from({ length: 6 }, async (_, writer) => {
        for (let n = 0; n < each; n++) await append(database, `${writer}-${n}`, Math.random() * 20);
      });
      await Promise.all([...writers, disturb()]);
      const all = await committed(database);
      expect(all).toHaveLength(count);
      for (const seen of await Promise.all(followers)) expect(seen).toEqual(all);
    }

    /** Until some more of what is being written has come. */
    const someEntries = () => take(logs[0] as EventLog<Entry>, 10, null);

    it("reads the table once for all processes, and shows all of them each entry once, in commit order", async () => {
      const before = logs.map(({ reads }) => reads);

      await followWhile(async () => undefined, 50);

      const reads = logs.map((log, n) => log.reads - (before[n] as number)).sort((a, b) => a - b);
      expect((reads[0] as number) + (reads[1] as number)).toBeLessThan(reads[2] as number);
    });

    it("brings an entry as it stands in the table", async () => {
      const next = Promise.all(logs.map((log) => log.follow(null, new AbortController().signal).next()));
      await append(database, '一 "two"\n');

      const [one, ...others] = (await next).map(({ value }) => value);

      expect(one).toMatchObject({ text: '一 "two"\n', at: expect.any(Date), position: expect.any(BigInt) });
      for (const other of others) expect(other).toEqual(one);
    });

    it.each<[string, () => Promise<unknown>]>([
      [
        "connections to NATS are cut in mid-stream",
        async () => {
          for (let n = 0; n < 4; n++) {
            await someEntries();
            line.cut();
          }
        },
      ],
      [
        "NATS is away for a while",
        async () => {
          line.leadTo(1);
          await vi.waitFor(() => expect(relays.filter(({ isLive }) => isLive)).toEqual([]));
          await someEntries();
          line.leadTo(Number(NATS.port || 4222));
        },
      ],
      [
        "the stream is deleted",
        async () => {
          await someEntries();
          await withStreams((jsm, name) => jsm.streams.delete(name));
        },
      ],
      [
        "the stream is emptied",
        async () => {
          await someEntries();
          await withStreams((jsm, name) => jsm.streams.purge(name));
        },
      ],
      [
        "the publisher loses its connection to the database, and another one takes over",
        async () => {
          for (let n = 0; n < 3; n++) {
            await someEntries();
            await cutListeners(database);
          }
        },
      ],
    ])("loses and repeats nothing when %s", (_, disturb) => followWhile(disturb));

    it("loses and repeats nothing when several publish at once, one of them from far behind", async () => {
      const stop = new AbortController();
      const log = logs[0] as EventLog<Entry>;
      for (const text of ["one", "two"]) await append(database, text);
      await take(log, 2);
      const end = await log.startAfter(null);
      const connections = await Promise.all(
        [1, 2].map(async () => {
          const opened = relay<Entry>([...streams][0]?.replace("yimen_", "") ?? "", {
            onEntry: () => undefined,
            onChange: () => undefined,
            onError: () => undefined,
          });
          await expect.poll(() => opened.isLive).toBe(true);
          return opened;
        }),
      );
      const publishing = connections.map((opened, n) =>
        publishEntries(opened, { end: end - BigInt(n), entries: log.follow(end - BigInt(n), stop.signal) }),
      );

      await followWhile(async () => undefined);

      stop.abort();
      await Promise.all(publishing);
      for (const opened of connections) await opened[Symbol.asyncDispose]();
    });
  },
);
