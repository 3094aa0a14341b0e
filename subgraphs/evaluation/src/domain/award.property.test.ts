import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NobodyToHonour, winnersOf } from "./award.js";
import { allGrades } from "./grade.js";
import { rank } from "./ranking.js";
import type { Tally } from "./rating.js";

const candidates = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    tally: fc
      .tuple(...allGrades.map(() => fc.nat(6)))
      .map((counts): Tally => Object.fromEntries(allGrades.map((grade, index) => [grade, counts[index]])) as Tally),
    coverage: fc.constant(null),
  }),
  { selector: ({ id }) => id },
);

describe("who is honoured (R175)", () => {
  it("is everybody on the first places, in whatever order they were counted", () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 3 }), (rated, places) => {
        const ranked = rank(rated);
        const expected = ranked.filter(({ place }) => place !== null && place <= places).map(({ id }) => id);
        if (expected.length === 0) {
          expect(() => winnersOf("BEST_HALL", ranked, places)).toThrow(NobodyToHonour);
          return;
        }

        const honoured = winnersOf("BEST_HALL", rank(rated.toReversed()), places).map(({ id }) => id);

        expect(honoured).toEqual(expected);
      }),
    );
  });

  it("never is somebody with too few evaluations, nor somebody worse than one who is not", () => {
    fc.assert(
      fc.property(candidates, (rated) => {
        const ranked = rank(rated);
        if (ranked.every(({ place }) => place === null)) return;
        const honoured = winnersOf("BEST_PERSON", ranked, 1);
        const best = Math.max(...ranked.map(({ rating }) => rating.stars ?? 0));

        expect(honoured.every(({ stars, count }) => stars === best && count >= 5)).toBe(true);
      }),
    );
  });
});
