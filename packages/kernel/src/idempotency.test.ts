import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonymous, type Caller } from "./caller.js";
import {
  ClientKeyNotValid,
  earlierResult,
  IdempotencyKeyReused,
  type MutationRequest,
  once,
  stableJson,
} from "./idempotency.js";
import { type RawDatabase, rawDatabase } from "./testing/rawDatabase.js";

const TABLE = `CREATE TABLE "client_mutation" ("caller" text, "key" text, "fingerprint" text NOT NULL, "result_id" text,
  PRIMARY KEY ("caller", "key"));`;
const officer: Caller = { kind: "STAFF", subject: "s1", scopes: [], claims: {} };

let database: RawDatabase;
beforeAll(async () => {
  database = await rawDatabase(TABLE);
});
afterAll(() => database[Symbol.asyncDispose]());

let effects = 0;
const request = (key: string, change: Partial<MutationRequest> = {}): MutationRequest => ({
  caller: officer,
  mutation: "accept",
  input: { caseId: "c1", note: null },
  ...change,
  key,
});
const run = (given: MutationRequest, effect = async () => `result ${++effects}`) =>
  database.transaction((tx) => once(tx, given, effect));

const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** Until so many transactions wait for what another one does. */
const othersWait = (count: number) =>
  expect.poll(() => database.pool.query(WAITING).then(({ rowCount }) => rowCount), { timeout: 10_000 }).toBe(count);

describe("a mutation with a client key (I-K15)", () => {
  it("has one effect and one answer however often it is retried", async () => {
    const first = await run(request("retried"));

    expect(await run(request("retried"))).toBe(first);
    expect(await run(request("  retried "))).toBe(first);
    expect(await database.transaction((tx) => earlierResult(tx, request("retried")))).toBe(first);
  });

  it("has one effect when it arrives several times at once", async () => {
    const before = effects;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        run(request("at once"), async () => {
          await othersWait(4);
          return `result ${++effects}`;
        }),
      ),
    );

    expect(effects).toBe(before + 1);
    expect(new Set(answers).size).toBe(1);
  });

  it("may be tried again after it failed, also by one who waited meanwhile", async () => {
    const begun = Promise.withResolvers<void>();
    const failing = run(request("failed"), async () => {
      begun.resolve();
      await othersWait(1);
      throw new Error("refused");
    });
    await begun.promise;
    const waiting = run(request("failed"));

    const [refused, answered] = await Promise.allSettled([failing, waiting]);
    expect([refused.status, answered.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("is refused with other input, another mutation, but not when another caller uses the same key", async () => {
    await run(request("reused"));

    await expect(run(request("reused", { input: { caseId: "c2", note: null } }))).rejects.toThrow(IdempotencyKeyReused);
    await expect(run(request("reused", { mutation: "refuse" }))).rejects.toThrow(IdempotencyKeyReused);
    expect(await run(request("reused", { caller: anonymous }))).toMatch("result");
  });

  it.each(["", "   ", "x".repeat(201)])("is refused when the key is %j", async (key) => {
    await expect(run(request(key))).rejects.toThrow(ClientKeyNotValid);
    await expect(database.transaction((tx) => earlierResult(tx, request(key)))).rejects.toThrow(ClientKeyNotValid);
  });

  it("is the same whatever the order of its input's fields", () => {
    expect(stableJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe(stableJson({ b: [{ c: 2, d: 1 }] }));
    expect(stableJson(undefined)).toBe("null");
    expect(stableJson(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"');
  });
});
