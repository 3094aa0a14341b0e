import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Appraisal,
  appraisalPeriod,
  aspects,
  type Consequence,
  outcomeOf,
  requireFiveAspects,
} from "./appraisal.js";

type Mark = "F" | "P" | "-";
type Recorded = Pick<Appraisal, "staffId" | "year" | "quarter" | "passed" | "consequence">;

/** Records a history of quarters from 2024-Q1 on; "-" is a quarter nobody appraised. */
function run(marks: readonly Mark[]) {
  const recorded: Recorded[] = [];
  const outcomes: { consequence: Consequence; missingQuarters: readonly string[] }[] = [];
  marks.forEach((mark, index) => {
    if (mark === "-") return;
    const next = { staffId: "a", year: 2024 + Math.floor(index / 4), quarter: (index % 4) + 1, passed: mark === "P" };
    const outcome = outcomeOf(recorded, next);
    recorded.push({ ...next, consequence: outcome.consequence });
    outcomes.push(outcome);
  });
  return { recorded, outcomes, consequences: outcomes.map(({ consequence }) => consequence).join(" ") };
}

describe("what follows from quarters (R172, R173)", () => {
  it.each([
    ["F", "ADMONITION"],
    ["FF", "ADMONITION RETURNED"],
    ["FPF", "ADMONITION NONE ADMONITION"],
    ["F-F", "ADMONITION RETURNED"],
    ["F-PF", "ADMONITION NONE ADMONITION"],
    ["FFF", "ADMONITION RETURNED ADMONITION"],
  ])("%s: %s", (marks, expected) => {
    expect(run([...marks] as Mark[]).consequences).toBe(expected);
  });

  it("names the quarters that nobody appraised between the two failed ones, instead of passing over them", () => {
    expect(run([..."F--F"] as Mark[]).outcomes.at(-1)?.missingQuarters).toEqual(["2024-Q2", "2024-Q3"]);
  });

  it("refuses a second appraisal of a quarter, and an earlier quarter after a later one (R169)", () => {
    const { recorded } = run([..."P-F"] as Mark[]);
    const again = (quarter: number) => () => outcomeOf(recorded, { staffId: "a", year: 2024, quarter, passed: true });

    expect(again(1)).toThrow(expect.objectContaining({ code: "ALREADY_APPRAISED" }));
    expect(again(2)).toThrow(expect.objectContaining({ code: "APPRAISAL_OUT_OF_ORDER" }));
  });

  it("is not moved by year-end appraisals", () => {
    const { recorded } = run([..."F"] as Mark[]);
    const yearEnd = { staffId: "a", year: 2023, quarter: null, passed: false };

    expect(outcomeOf(recorded, yearEnd).consequence).toBe("NONE");
    const all = [...recorded, { ...yearEnd, consequence: "NONE" as const }];
    expect(outcomeOf(all, { staffId: "a", year: 2024, quarter: 2, passed: false }).consequence).toBe("RETURNED");
  });

  it("returns exactly at the second of two consecutive recorded failures since the last return (I-S9)", () => {
    const history = fc.array(fc.constantFrom<Mark>("F", "P", "-"), { maxLength: 16 });
    fc.assert(
      fc.property(history, (marks) => {
        let failures = 0;
        const expected = marks
          .filter((mark) => mark !== "-")
          .map((mark) => {
            failures = mark === "F" ? failures + 1 : 0;
            if (failures === 2) failures = 0;
            else return failures === 1 ? "ADMONITION" : "NONE";
            return "RETURNED";
          });
        expect(run(marks).consequences).toBe(expected.join(" "));
      }),
    );
  });
});

describe("an appraisal (R169)", () => {
  const five = aspects.map((aspect) => ({ aspect, score: 80 }));

  it("scores exactly the five aspects, each once", () => {
    expect(requireFiveAspects([...five].reverse())).toEqual(five);
    for (const wrong of [five.slice(1), [...five, ...five.slice(0, 1)], [...five.slice(1), ...five.slice(1, 2)]]) {
      expect(() => requireFiveAspects(wrong)).toThrow(expect.objectContaining({ code: "APPRAISAL_ASPECTS_INVALID" }));
    }
    expect(() => requireFiveAspects(five.map((each) => ({ ...each, score: 101 })))).toThrow();
  });

  it("is for a quarter that is over, from the day after its last", () => {
    expect(appraisalPeriod(2025, 4, "2026-01-01").key).toBe("2025-Q4");
    expect(appraisalPeriod(2025, null, "2026-01-01").key).toBe("2025");
    for (const [year, quarter, today] of [
      [2025, 4, "2025-12-31"],
      [2025, 5, "2026-01-01"],
      [1, 1, "2026-01-01"],
    ] as const) {
      expect(() => appraisalPeriod(year, quarter, today)).toThrow(
        expect.objectContaining({ code: "APPRAISAL_PERIOD_INVALID" }),
      );
    }
  });
});
