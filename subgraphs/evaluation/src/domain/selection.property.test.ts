import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allGrades } from "./grade.js";
import type { Rated } from "./ranking.js";
import { emptyTally, ratingOf, type Tally } from "./rating.js";
import { choicesOf, type Selectable } from "./selection.js";

const aSelectable = fc.record({
  staffId: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  windowId: fc.constantFrom("w1", "w2"),
  actingForId: fc.constant(null),
});
const aTally = fc
  .tuple(...allGrades.map(() => fc.nat(12)))
  .map((counts): Tally => Object.fromEntries(allGrades.map((grade, index) => [grade, counts[index]])) as Tally);
const ratedStaff = fc
  .dictionary(fc.constantFrom("a", "b", "c", "d", "x"), aTally)
  .map(
    (found) => new Map<string, Rated>(Object.entries(found).map(([id, tally]) => [id, { id, tally, coverage: null }])),
  );
const keyOf = ({ staffId, windowId }: Selectable) => `${staffId} ${windowId}`;

describe("choosing staff by rating (R182, I-G9)", () => {
  it("offers exactly those who may be chosen, each once, whatever their rating", () => {
    fc.assert(
      fc.property(fc.array(aSelectable), ratedStaff, (selectable, rated) => {
        const offered = choicesOf(selectable, rated).map(keyOf);

        expect(offered.toSorted()).toEqual([...new Set(selectable.map(keyOf))].sort());
      }),
    );
  });

  it("does not depend on the order in which they come: ties are broken by id", () => {
    fc.assert(
      fc.property(fc.array(aSelectable), ratedStaff, (selectable, rated) => {
        expect(choicesOf(selectable.toReversed(), rated).map(keyOf)).toEqual(choicesOf(selectable, rated).map(keyOf));
      }),
    );
  });

  it("never puts the less starred, or the unrated, first", () => {
    fc.assert(
      fc.property(fc.array(aSelectable), ratedStaff, (selectable, rated) => {
        const stars = choicesOf(selectable, rated).map(({ rating }) => rating.stars ?? 0);

        expect(stars).toEqual(stars.toSorted((one, other) => other - one));
      }),
    );
  });

  it("shows the rating of the person's evaluations and nothing else", () => {
    fc.assert(
      fc.property(aSelectable, aTally, (selectable, tally) => {
        const rated = new Map([[selectable.staffId, { id: selectable.staffId, tally, coverage: null }]]);

        expect(choicesOf([selectable], rated)[0]?.rating).toEqual(ratingOf(tally, null));
        expect(choicesOf([selectable], new Map())[0]?.rating).toEqual(ratingOf(emptyTally, null));
      }),
    );
  });
});
