import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EventLog, lockLog } from "./eventLog.js";
import { Resync } from "./logCursor.js";
import { CHANNEL, type Entry, entryDatabase, headOf, openEntryLog } from "./testing/entryLog.js";
import type { RawDatabase } from "./testing/rawDatabase.js";

const THINGS = 6;

let database: RawDatabase;
beforeAll(async () => {
  database = await entryDatabase();
  await database.pool.query(`create table "thing" ("id" int primary key, "version" int not null)`);
});
afterAll(() => database[Symbol.asyncDispose]());

/** Changes a thing and says so in the log, in one transaction that takes its time. */
const change = (thing: number, dawdle: number) =>
  database.transaction(async (tx) => {
    await setTimeout(dawdle);
    const [{ version }] = (await tx.$queryRawUnsafe(
      `update "thing" set "version" = "version" + 1 where "id" = $1 returning "version"`,
      thing,
    )) as [{ version: number }];
    await lockLog(tx, CHANNEL);
    await tx.$executeRawUnsafe(`insert into "entry" ("text") values ($1)`, `${thing} ${version}`);
    await setTimeout(dawdle / 4);
  });

/** The versions of the things from one id to another, as they stand. */
async function versions(from: number, to: number): Promise<Map<number, number>> {
  const { rows } = await database.pool.query(`select * from "thing" where "id" >= $1 and "id" < $2`, [from, to]);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/**
 * A reader that keeps the versions of all things, from the log as far as it reaches back and from what stands in the
 * tables where it does not: not in one snapshot, but piece by piece, as a client of several subgraphs does.
 */
async function keepVersions(log: EventLog<Entry>, pause: number, signal: AbortSignal) {
  const kept = { versions: new Map<number, number>(), cursor: "0", resyncs: 0, gaps: [] as string[] };
  const follow = async () => {
    for await (const { position, text } of log.follow(await log.startAfter(kept.cursor), signal)) {
      const [thing, version] = text.split(" ").map(Number) as [number, number];
      const known = kept.versions.get(thing) ?? 0;
      if (version > known + 1) kept.gaps.push(`${text} after ${known}`);
      kept.versions.set(thing, Math.max(known, version)); // what the state has already comes again
      kept.cursor = position.toString();
      if (pause) await setTimeout(pause);
    }
  };
  const resync = async (head: string) => {
    const one = await versions(0, THINGS / 2);
    await setTimeout(pause);
    kept.versions = new Map([...one, ...(await versions(THINGS / 2, THINGS))]);
    kept.cursor = head;
    kept.resyncs++;
  };
  const reading = (async () => {
    while (!signal.aborted) {
      await follow().catch((problem) => {
        if (problem instanceof Resync) return resync(problem.details.head as string);
        throw problem;
      });
    }
  })();
  return { kept, reading };
}

describe("a reader whose cursor is too old", () => {
  it("misses nothing when it reads what stands after it was told the head, and follows from there, whoever writes meanwhile", {
    timeout: 120_000,
  }, async () => {
    let resyncs = 0;
    const runs = fc.record({
      kept: fc.integer({ min: 0, max: 12 }),
      writers: fc.array(fc.array(fc.integer({ min: 0, max: THINGS - 1 }), { maxLength: 12 }), { maxLength: 6 }),
      before: fc.integer({ min: 0, max: 20 }),
      pause: fc.integer({ min: 0, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(runs, async ({ kept: depth, writers, before, pause }) => {
        await database.pool.query(`truncate "entry", "thing"`);
        await database.pool.query(`insert into "thing" select n, 0 from generate_series(0, $1) n`, [THINGS - 1]);
        for (let n = 0; n < before; n++) await change(n % THINGS, 0);
        const log = await openEntryLog(database, { kept: depth });
        const stop = new AbortController();

        const { kept, reading } = await keepVersions(log, pause, stop.signal);
        await Promise.all(
          writers.map(async (things) => {
            for (const thing of things) await change(thing, Math.random() * 6);
          }),
        );
        const [head, standing] = [await headOf(database.pool), await versions(0, THINGS)];
        if (head > 0n) await expect.poll(() => kept.cursor, { timeout: 10_000 }).toBe(head.toString());
        stop.abort();
        await reading;
        await log.close();

        expect(kept.gaps).toEqual([]);
        for (const [thing, version] of standing) expect(kept.versions.get(thing) ?? 0).toBe(version);
        resyncs += kept.resyncs;
      }),
      { numRuns: 25 },
    );
    expect(resyncs).toBeGreaterThan(0);
  });
});
