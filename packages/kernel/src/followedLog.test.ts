import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { followOnce } from "./followedLog.js";
import { type RawDatabase, rawDatabase } from "./testing/rawDatabase.js";
import type { SqlTransaction } from "./transaction.js";

const TABLES = `CREATE TABLE "followed_log" ("log" text PRIMARY KEY, "cursor" text NOT NULL);
CREATE TABLE "effect" ("n" int NOT NULL);`;

let database: RawDatabase;
beforeAll(async () => {
  database = await rawDatabase(TABLES);
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => database.pool.query(`truncate "followed_log", "effect"`));

const LENGTH = 10;
const read = async (after: string) => {
  const next = Math.min(Number(after) + 3, LENGTH);
  return { cursor: `${next}`, numbers: Array.from({ length: next - Number(after) }, (_, n) => Number(after) + n + 1) };
};
const effect = async (tx: SqlTransaction, { numbers }: Awaited<ReturnType<typeof read>>) => {
  for (const n of numbers) await tx.$executeRawUnsafe(`insert into "effect" values ($1)`, n);
};
const effects = async () => (await database.pool.query(`select "n" from "effect" order by "n"`)).rows.map(({ n }) => n);
const all = Array.from({ length: LENGTH }, (_, n) => n + 1);

/** A client whose process is killed before its nth step: every statement is one, and so is each commit. */
function killedBefore(step: number) {
  let steps = 0;
  const taken = async <T>(work: () => Promise<T>) => {
    if (++steps >= step) throw new Error("killed");
    return work();
  };
  const counting = (tx: SqlTransaction): SqlTransaction => ({
    $executeRawUnsafe: (...args) => taken(() => tx.$executeRawUnsafe(...args)),
    $queryRawUnsafe: <T>(sql: string, ...values: unknown[]) => taken(() => tx.$queryRawUnsafe<T>(sql, ...values)),
  });
  return {
    $queryRawUnsafe: <T>(sql: string, ...values: unknown[]) =>
      taken(async () => (await database.pool.query(sql, values)).rows as T),
    $transaction: (work: (tx: SqlTransaction) => Promise<void>) =>
      database.transaction(async (tx) => {
        await work(counting(tx));
        await taken(async () => undefined); // the commit
      }),
  };
}
const alive = () => killedBefore(Number.POSITIVE_INFINITY);
const follow = async () => {
  while (await followOnce(alive(), "log", read, effect)) {
    // stretch by stretch
  }
};

describe("following a sibling's log", () => {
  it("has each effect once, whichever step a process is killed before", async () => {
    const steps = 6; // the cursor, its advance, three effects, the commit
    for (let step = 1; step <= steps; step++) {
      await expect(followOnce(killedBefore(step), "log", read, effect)).rejects.toThrow("killed");
    }
    expect(await effects()).toEqual([]);

    await followOnce(killedBefore(steps + 1), "log", read, effect); // killed after the commit
    await follow();

    expect(await effects()).toEqual(all);
  });

  it("has each effect once when several processes follow it", async () => {
    await Promise.all([follow(), follow(), follow()]);
    await follow(); // whoever lost a turn has not gone on

    expect(await effects()).toEqual(all);
  });

  it("has its effect once when another process is done between reading and writing", async () => {
    const overtaken = async (after: string) => {
      const stretch = await read(after);
      await followOnce(alive(), "log", read, effect);
      return stretch;
    };
    await followOnce(alive(), "log", overtaken, effect);
    await followOnce(alive(), "log", overtaken, effect);

    expect(await effects()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
