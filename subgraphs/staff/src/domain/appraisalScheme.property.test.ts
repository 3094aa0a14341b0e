import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AppraisalScheme,
  type Indicator,
  IndicatorValueInvalid,
  requireScheme,
  SchemeInvalid,
  schemeOn,
  scoreLines,
  totalOf,
  type WorkFacts,
} from "./appraisalScheme.js";

const inputs = ["TASK_COMPLETION", "ATTENDANCE", "SATISFACTION", "OTHER"] as const;
const indicatorsOf = (weights: readonly number[]): Indicator[] =>
  weights.map((weight, index) => ({
    ...{ code: `i${index}`, name: `指标${index}`, nameEn: `Indicator ${index}` },
    ...{ input: inputs[index] ?? "OTHER", weight, parameter: index === 0 ? 50 : 2 },
  }));
const aScheme = (weights: readonly number[], given: Partial<AppraisalScheme> = {}): AppraisalScheme => ({
  ...{ id: "s", outletId: "town", audience: "WINDOW_STAFF", version: 1, validFrom: "2026-03-02" },
  ...{ indicators: indicatorsOf(weights), ...given },
});
/** Four positive weights that sum to a hundred. */
const weights = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 }))
  .map(([a, b, c]) => [a, b, c, 100 - a - b - c]);
const facts = fc.record({
  visits: fc.nat(100),
  attendance: fc.record({ late: fc.nat(10), leftEarly: fc.nat(10), absent: fc.nat(5) }),
  given: fc.tuple(fc.nat(100), fc.nat(100)).map(
    ([a, b]) =>
      new Map([
        ["i2", a],
        ["i3", b],
      ] as const),
  ),
});
const total = (scheme: AppraisalScheme, known: WorkFacts) => totalOf(scoreLines(scheme, known));
const today = "2026-03-02";

describe("a town's quantified indicators (R205)", () => {
  it("are taken only when their weights are whole, positive and sum to 100", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 100 }), { minLength: 3, maxLength: 6 }), (any) => {
        const right = any.every((weight) => weight > 0) && any.reduce((sum, weight) => sum + weight, 0) === 100;

        if (right) expect(requireScheme(aScheme(any), today).indicators).toHaveLength(any.length);
        else expect(() => requireScheme(aScheme(any), today)).toThrow(SchemeInvalid);
      }),
    );
  });

  it("contain what the regulation asks of window staff (R170) and of directors (R171)", () => {
    const rename = (from: number, input: Indicator["input"]) =>
      indicatorsOf([25, 25, 25, 25]).map((each, index) => (index === from ? { ...each, input } : each));
    const directors = (["COOPERATION", "PEOPLE_MANAGEMENT", "POLICY_IMPLEMENTATION"] as const).map((input, index) => ({
      ...{ code: input, name: input, nameEn: input, input, weight: index === 0 ? 40 : 30, parameter: null },
    }));

    expect(() => requireScheme(aScheme([], { indicators: rename(2, "OTHER") }), today)).toThrow(SchemeInvalid);
    expect(() => requireScheme(aScheme([25, 25, 25, 25], { audience: "DIRECTOR" }), today)).toThrow(SchemeInvalid);
    expect(requireScheme(aScheme([], { audience: "DIRECTOR", indicators: directors }), today).indicators).toHaveLength(
      3,
    );
  });

  it("give 0 to 100, and 100 for full marks whatever the weights", () => {
    const full: WorkFacts = {
      ...{ visits: 50, attendance: { late: 0, leftEarly: 0, absent: 0 } },
      given: new Map([
        ["i2", 100],
        ["i3", 100],
      ]),
    };
    fc.assert(
      fc.property(weights, facts, (chosen, known) => {
        expect(total(aScheme(chosen), full)).toBeCloseTo(100, 9);
        expect(total(aScheme(chosen), known)).toBeGreaterThanOrEqual(0);
        expect(total(aScheme(chosen), known)).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it("never lower a score for more work, nor raise it for more absence", () => {
    fc.assert(
      fc.property(weights, facts, (chosen, known) => {
        const scheme = aScheme(chosen);
        const { absent } = known.attendance;

        expect(total(scheme, { ...known, visits: known.visits + 1 })).toBeGreaterThanOrEqual(total(scheme, known));
        expect(
          total(scheme, { ...known, attendance: { ...known.attendance, absent: absent + 1 } }),
        ).toBeLessThanOrEqual(total(scheme, known));
      }),
    );
  });

  it("are scored by the version in force, with every value that is not computed given", () => {
    const versions = [aScheme([25, 25, 25, 25]), aScheme([40, 20, 20, 20], { version: 2, validFrom: "2026-04-01" })];

    expect(schemeOn(versions, "WINDOW_STAFF", "2026-03-31")?.version).toBe(1);
    expect(schemeOn(versions, "WINDOW_STAFF", "2026-04-01")?.version).toBe(2);
    expect(schemeOn(versions, "DIRECTOR", "2026-04-01")).toBeNull();
    const nothing = { visits: 1, attendance: { late: 0, leftEarly: 0, absent: 0 }, given: new Map() };
    expect(() => scoreLines(aScheme([25, 25, 25, 25]), nothing)).toThrow(IndicatorValueInvalid);
  });
});
