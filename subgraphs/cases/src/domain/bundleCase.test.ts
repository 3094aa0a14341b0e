import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collected, hours, monday, onItsOwn } from "../testing/aCase.js";
import { history, play } from "../testing/caseHistories.js";
import { type BundleCase, bundleDueOn, bundleMaterials, closedSince, promisedInBundle, typeOf } from "./bundleCase.js";
import type { Case } from "./case.js";
import { isClosed } from "./case.js";
import { caseClock } from "./caseClock.js";

const joint = { value: 10, unit: "WORKING_DAY" } as const;
const parent: BundleCase = {
  id: "33333333-3333-4333-8333-333333333333",
  bundleNo: "TAOSHAN-YJS-20260302-000001",
  bundleId: "bundle",
  regionId: "taoshan",
  outletId: "taoshan-hall",
  windowId: "taoshan-w2",
  visitId: "22222222-2222-4222-8222-222222222222",
  channel: "WINDOW",
  applicantId: null,
  confidentiality: "NONE",
  jointLimit: joint,
  openedAt: monday,
  openedBy: onItsOwn("officer"),
  closedAt: null,
  version: 1,
};

/** Sub-cases that have gone any way, and the instant at which the last of them was looked at. */
const subCases = fc.array(history, { minLength: 1, maxLength: 4 }).map((given) => {
  const runs = given.map(play);
  return { ends: runs.map(({ states }) => states.at(-1) as Case), now: hours(24 * 120) };
});

describe("the parent of sub-cases (I-K12)", () => {
  it("is closed if and only if all of them are, since the last was", () => {
    fc.assert(
      fc.property(subCases, ({ ends }) => {
        const since = closedSince(ends);
        expect(since !== null).toBe(ends.every(isClosed));
        if (since)
          expect(since.toISOString()).toBe(
            ends
              .map(({ closedAt }) => closedAt as string)
              .sort()
              .at(-1),
          );
      }),
      { numRuns: 150 },
    );
  });

  it("is never due before one of them, whatever pauses and extensions there were", () => {
    fc.assert(
      fc.property(subCases, ({ ends, now }) => {
        const due = bundleDueOn(parent, ends, now);
        expect(due === null).toBe(ends.every(({ acceptance }) => acceptance === null));
        for (const one of ends) expect((caseClock(one, now)?.dueOn ?? "") <= (due ?? "")).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("asks for the union of their papers by type, each once (R069)", () => {
    fc.assert(
      fc.property(subCases, ({ ends }) => {
        const types = bundleMaterials(ends).map(({ type }) => type);
        expect(types).toEqual([...new Set(types)]);
        expect(new Set(types)).toEqual(new Set(ends.flatMap(({ materials }) => materials.map(typeOf))));
      }),
      { numRuns: 50 },
    );
  });
});

describe("what a sub-case is promised", () => {
  it("is its own limit, cut to what is promised for all of it", () => {
    expect(promisedInBundle({ value: 5, unit: "WORKING_DAY" }, joint)).toEqual({ value: 5, unit: "WORKING_DAY" });
    expect(promisedInBundle({ value: 20, unit: "WORKING_DAY" }, joint)).toEqual(joint);
    expect(promisedInBundle({ value: 30, unit: "CALENDAR_DAY" }, joint)).toEqual(joint);
  });

  it("is nothing yet for a case that was only collected", () => {
    expect(bundleDueOn(parent, [collected()], hours(1))).toBeNull();
  });
});
