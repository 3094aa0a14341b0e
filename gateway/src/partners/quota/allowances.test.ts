import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRegistry } from "../fixtures/aRegistry.js";
import { readPartners } from "../registry.js";
import { allowancesFor, rateLimitHeaders, usagesOf } from "./allowances.js";
import { memoryQuotas } from "./memoryQuotas.js";

const QUOTA = 5;
const [bank] = readPartners(aRegistry({ quota: { requestsPerMinute: QUOTA } }));
if (!bank) throw new Error("The fixture has no partner.");

/** Asks at these moments, in milliseconds; what was answered, and how it stood afterwards. */
async function askAt(moments: readonly number[]) {
  const store = memoryQuotas();
  const asked = [];
  for (const at of moments) {
    const now = new Date(at);
    const allowances = allowancesFor(bank as NonNullable<typeof bank>, undefined, 0, now);
    const taken = await store.take(allowances);
    asked.push({ at, answered: taken.fits, usage: usagesOf(allowances, taken, now)[0] });
  }
  return asked;
}

const begin = Date.parse("2026-03-02T03:59:30Z");
const moments = fc
  .array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 })
  .map((pauses) => pauses.map((_, index) => begin + pauses.slice(0, index + 1).reduce((sum, pause) => sum + pause, 0)));

describe("requests per minute", () => {
  it("are never more than the quota in any sixty seconds, wherever these begin", async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (times) => {
        const answered = (await askAt(times)).filter((one) => one.answered).map(({ at }) => at);
        for (const from of answered)
          expect(answered.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(QUOTA);
      }),
    );
  });

  it("are there again after the seconds that a refusal names, and not a second sooner", async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (times) => {
        const refused = (await askAt(times)).findIndex(({ answered }) => !answered);
        fc.pre(refused >= 0);
        const before = times.slice(0, refused);
        const at = times[refused] as number;
        const wait = ((await askAt([...before, at])).at(-1)?.usage?.enoughIn ?? 0) * 1_000;

        expect((await askAt([...before, at + wait])).at(-1)?.answered).toBe(true);
        expect((await askAt([...before, at + wait - 1_000])).at(-1)?.answered).toBe(false);
      }),
    );
  });

  it("are told as left, with when there are more: as soon as the oldest do not count any more", async () => {
    const asked = await askAt([begin, begin + 20_000]);

    expect(asked.map(({ usage }) => usage && rateLimitHeaders([usage]).ratelimit)).toEqual([
      '"minute";r=4;t=61',
      '"minute";r=3;t=41',
    ]);
  });
});
