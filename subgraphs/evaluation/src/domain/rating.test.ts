import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allGrades, type SatisfactionGrade } from "./grade.js";
import { rank } from "./ranking.js";
import { addTallies, emptyTally, ratingOf, tallyOf } from "./rating.js";

const anEvaluation = fc.record({ grade: fc.constantFrom(...allGrades), valid: fc.boolean() });
const someEvaluations = fc.array(anEvaluation, { maxLength: 60 });
const of = (grade: SatisfactionGrade, times: number) => Array.from({ length: times }, () => ({ grade, valid: true }));

describe("a rating", () => {
  it("does not depend on the order of the evaluations (I-E5)", () => {
    const shuffled = someEvaluations.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(ratingOf(tallyOf(other), null)).toEqual(ratingOf(tallyOf(list), null));
      }),
    );
  });

  it("is the same when it is counted on as when it is counted again (I-E5)", () => {
    fc.assert(
      fc.property(someEvaluations, someEvaluations, (before, after) => {
        expect(addTallies(tallyOf(before), tallyOf(after))).toEqual(tallyOf([...before, ...after]));
      }),
    );
  });

  it("excludes what an appeal made invalid (I-E5)", () => {
    const kept = of("SATISFIED", 5);

    expect(tallyOf([...kept, { grade: "DISSATISFIED", valid: false }])).toEqual(tallyOf(kept));
  });

  it("is not given below the minimum sample (I-E5)", () => {
    expect(ratingOf(tallyOf(of("VERY_SATISFIED", 4)), null, { minimumSample: 5 })).toEqual({
      count: 4,
      badCount: 0,
      goodRate: null,
      stars: null,
      activeRate: null,
    });
    expect(ratingOf(tallyOf(of("VERY_SATISFIED", 5)), null, { minimumSample: 5 }).stars).toBe(5);
    expect(ratingOf(emptyTally, null, { minimumSample: 0 }).stars).toBeNull();
  });

  it("has rates between 0 and 1 and stars between 1 and 5, and good and bad make the whole (I-E8)", () => {
    fc.assert(
      fc.property(someEvaluations, fc.nat(100), fc.nat(100), (list, evaluated, others) => {
        const coverage = { visits: evaluated + others, evaluated };
        const { count, badCount, goodRate, stars, activeRate } = ratingOf(tallyOf(list), coverage);
        if (goodRate !== null) expect(goodRate + badCount / count).toBeCloseTo(1, 12);
        if (stars !== null) expect(stars).toSatisfy((s: number) => s >= 1 && s <= 5 && Number.isInteger(2 * s));
        if (activeRate !== null) expect(activeRate).toSatisfy((rate: number) => rate >= 0 && rate <= 1);
      }),
    );
  });

  it.each([
    [[...of("VERY_SATISFIED", 3), ...of("SATISFIED", 1)], 5],
    [[...of("VERY_SATISFIED", 2), ...of("SATISFIED", 2)], 4.5],
    [[...of("FAIRLY_SATISFIED", 3), ...of("VERY_DISSATISFIED", 1)], 2.5],
  ])("rounds the mean to half a star", (list, stars) => {
    expect(ratingOf(tallyOf(list), null, { minimumSample: 1 }).stars).toBe(stars);
  });
});

describe("a ranking", () => {
  it("puts the best first, lets equals share a place, and leaves small samples unplaced", () => {
    const rated = (id: string, tally = emptyTally) => ({ id, tally, coverage: null });

    const list = rank([
      rated("small", tallyOf(of("VERY_SATISFIED", 1))),
      rated("b", tallyOf(of("SATISFIED", 5))),
      rated("a", tallyOf(of("SATISFIED", 9))),
      rated("best", tallyOf(of("VERY_SATISFIED", 5))),
      rated("poor", tallyOf(of("DISSATISFIED", 5))),
    ]);

    expect(list.map(({ id, place }) => [id, place])).toEqual([
      ["best", 1],
      ["a", 2],
      ["b", 2],
      ["poor", 4],
      ["small", null],
    ]);
  });
});
