import { describe, expect, it } from "vitest";
import { thresholdTrend } from "./threshold.js";

const demands = (matterId: string, materials: number, steps = 5, onSiteVisits = 1) => ({
  ...{ matterId, materials, steps, onSiteVisits },
});

describe("the threshold of approval falls (R075)", () => {
  it("compares what there was on both days", () => {
    const trend = thresholdTrend([demands("a", 8), demands("gone", 3)], [demands("a", 5), demands("new", 20)]);

    expect(trend).toEqual({
      matters: 1,
      materials: { before: 8, now: 5 },
      steps: { before: 5, now: 5 },
      onSiteVisits: { before: 1, now: 1 },
      fallen: true,
    });
  });

  it.each([
    ["nothing changed", demands("a", 8)],
    ["one thing fell and another rose", demands("a", 7, 6)],
  ])("has not fallen when %s", (_, now) => {
    expect(thresholdTrend([demands("a", 8)], [now]).fallen).toBe(false);
  });
});
