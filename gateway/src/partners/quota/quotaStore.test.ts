import { createTestDatabase, type TestDatabase } from "@yimen/kernel/testDatabase";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRedis } from "../../fixtures/redisServer.js";
import { memoryQuotas } from "./memoryQuotas.js";
import { postgresQuotas } from "./postgresQuotas.js";
import { type QuotaStore, sum, type Taking } from "./quotaStore.js";
import { redisQuotas } from "./redisQuotas.js";

const redis = await startRedis();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase("staff"); // whichever: quotas bring their own table
}, 60_000);
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await redis?.[Symbol.asyncDispose]();
});

const inMemory = memoryQuotas();
const stores: readonly [name: string, open: () => QuotaStore, missing: boolean][] = [
  ["memory", () => inMemory, false],
  ["PostgreSQL", () => postgresQuotas(database.url), false],
  [redis ? "Redis" : "Redis (skipped: this machine has no redis-server)", () => redisQuotas(redis?.url ?? ""), !redis],
];

let made = 0;
const taking = (given: Partial<Taking> = {}): Taking => ({
  counter: `counter-${++made}`,
  slot: 60_000,
  from: 0,
  quota: 10,
  amount: 1,
  ...given,
});

for (const [name, open, missing] of stores) {
  describe.skipIf(missing)(`quotas in ${name}`, () => {
    let gateways: readonly [QuotaStore, QuotaStore];
    beforeAll(() => {
      gateways = [open(), open()];
    });
    afterAll(() => Promise.all(gateways?.map((store) => store[Symbol.asyncDispose]()) ?? []));

    it("are never taken beyond, nor refused while there is enough, however many ask two gateways at once (I-G7)", async () => {
      const someone = fc.record({
        gateway: fc.constantFrom(0, 1),
        amounts: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
        slot: fc.constantFrom(58_000, 59_000, 60_000),
        swapped: fc.boolean(),
      });
      const quotas = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
      await fc.assert(
        fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 30 }), quotas, async (everybody, [a, b]) => {
          const counters = [taking({ quota: a }), taking({ quota: b })] as const;

          const taken = await Promise.all(
            everybody.map(async ({ gateway, amounts, slot, swapped }) => {
              const both = counters.map((each, index) => ({ ...each, slot, amount: amounts[index] ?? 0 }));
              const { fits } = await (gateways[gateway] as QuotaStore).take(swapped ? both.reverse() : both);
              return { fits, amounts };
            }),
          );

          const used = [0, 1].map((index) =>
            taken.reduce((total, { fits, amounts }) => total + (fits ? (amounts[index] ?? 0) : 0), 0),
          );
          const left = [a - (used[0] ?? 0), b - (used[1] ?? 0)];
          expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
          for (const { fits, amounts } of taken)
            if (!fits) expect(amounts.some((amount, index) => amount > (left[index] ?? 0))).toBe(true);
          const seen = await gateways[0].take(counters.map((each) => ({ ...each, amount: 0 })));
          expect(seen.slots.map(sum)).toEqual(used);
        }),
        { numRuns: name === "memory" ? 200 : 15 },
      );
    });

    it("take from all or from none", async () => {
      const [full, other] = [taking({ amount: 10 }), taking({ amount: 3 })];
      await gateways[0].take([full]);

      expect((await gateways[1].take([other, { ...full, amount: 1 }])).fits).toBe(false);
      expect((await gateways[0].take([{ ...other, amount: 10 }])).fits).toBe(true);
    });

    it("count what is in the window, and forget what has left it", async () => {
      const given = taking({ amount: 4 });
      await gateways[0].take([{ ...given, slot: 1_000 }]);
      await gateways[1].take([{ ...given, slot: 2_000 }]);

      expect((await gateways[0].take([{ ...given, slot: 61_000, from: 1_000 }])).fits).toBe(false);
      const { fits, slots } = await gateways[1].take([{ ...given, slot: 62_000, from: 2_000 }]);
      expect([fits, slots]).toEqual([
        true,
        [
          [
            { slot: 2_000, used: 4 },
            { slot: 62_000, used: 4 },
          ],
        ],
      ]);
    });
  });
}

describe.skipIf(!redis)("while Redis is away", () => {
  it("nothing can be taken, and as soon as it is back, everything can", async () => {
    await using server = await startRedis();
    await using quotas = redisQuotas(server?.url ?? "");
    expect((await quotas.take([taking()])).fits).toBe(true);

    await server?.stop();
    await expect(quotas.take([taking()])).rejects.toThrow();

    await server?.start();
    await expect
      .poll(
        () =>
          quotas.take([taking()]).then(
            ({ fits }) => fits,
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
  });

  it("the first taking fails, too, and does not wait for it", async () => {
    await using quotas = redisQuotas("redis://127.0.0.1:1");

    await expect(quotas.take([taking()])).rejects.toThrow();
  });
});
