import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "./caller.js";
import { forgetOldKeys, KEY_DAYS } from "./clientKeys.js";
import { once } from "./idempotency.js";
import { type RawDatabase, rawDatabase } from "./testing/rawDatabase.js";

const TABLE = `CREATE TABLE "client_mutation" ("caller" text, "key" text, "fingerprint" text NOT NULL, "result_id" text,
  "at" timestamptz NOT NULL DEFAULT now(), PRIMARY KEY ("caller", "key"));`;
const officer: Caller = { kind: "STAFF", subject: "s1", scopes: [], claims: {} };

let database: RawDatabase;
beforeAll(async () => {
  database = await rawDatabase(TABLE);
});
afterAll(() => database[Symbol.asyncDispose]());

const run = (key: string, answer: string) =>
  database.transaction((tx) => once(tx, { caller: officer, mutation: "open", input: {}, key }, async () => answer));
const age = (key: string, days: number) =>
  database.transaction((tx) =>
    tx.$executeRawUnsafe(
      `update "client_mutation" set "at" = now() - make_interval(days => $2::integer) where "key" = $1`,
      key,
      days,
    ),
  );

it("a key is remembered for its time and then forgotten, by one of several processes (I-K15)", async () => {
  for (let n = 0; n < 6; n++) await run(`old ${n}`, "first");
  await run("young", "first");
  for (let n = 0; n < 6; n++) await age(`old ${n}`, KEY_DAYS + 1);
  await age("young", KEY_DAYS - 1);

  const forgotten = await Promise.all([1, 2, 3].map(() => database.transaction(forgetOldKeys)));

  expect(forgotten.reduce((sum, count) => sum + count)).toBe(6);
  expect(await run("young", "second")).toBe("first");
  expect(await run("old 0", "second")).toBe("second");
});
