import type { PlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handInTrend, monthsOf, visitsPerCase } from "./handInFigures.js";

const day = (date: string) => date as PlainDate;

describe("the online share month by month (R204)", () => {
  it("has every month of the period, also those in which nothing came in", () => {
    const months = monthsOf(day("2025-11-30"), day("2026-02-01"));

    expect(
      handInTrend(months, [
        { month: "2025-11", received: 4, online: 1 },
        { month: "2025-12", received: 2, online: 1 },
        { month: "2026-02", received: 1, online: 1 },
      ]),
    ).toEqual([
      { month: "2025-11", received: 4, online: 1, onlineShare: 0.25, change: null },
      { month: "2025-12", received: 2, online: 1, onlineShare: 0.5, change: 0.25 },
      { month: "2026-01", received: 0, online: 0, onlineShare: null, change: null },
      { month: "2026-02", received: 1, online: 1, onlineShare: 1, change: null },
    ]);
  });

  it.each([
    ["2026-02-02", "2026-02-01"],
    ["2020-01-01", "2025-01-01"],
  ])("is refused from %s to %s", (from, to) => {
    expect(() => monthsOf(day(from), day(to))).toThrow(expect.objectContaining({ code: "PERIOD_NOT_VALID" }));
  });

  it("lies between 0 and 1, and its changes add up to the way from the first to the last (I-E8)", () => {
    const count = fc
      .nat(50)
      .chain((received) => fc.nat(received).map((online) => ({ received: received + 1, online })));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 60 }), (counts) => {
        const months = monthsOf(day("2020-01-01"), day("2024-12-31")).slice(0, counts.length);
        const trend = handInTrend(
          months,
          counts.map((one, index) => ({ ...one, month: months[index] as string })),
        );

        for (const { onlineShare } of trend) expect(onlineShare).toSatisfy((share: number) => share >= 0 && share <= 1);
        const way = (trend.at(-1)?.onlineShare ?? 0) - (trend[0]?.onlineShare ?? 0);
        expect(trend.slice(1).reduce((sum, { change }) => sum + (change ?? 0), 0)).toBeCloseTo(way);
      }),
    );
  });
});

describe("visits per case (R115)", () => {
  it("meet the target with one at most", () => {
    expect(visitsPerCase({ none: 2, one: 5, more: 3 })).toEqual({
      none: 2,
      one: 5,
      more: 3,
      cases: 10,
      atMostOnce: 0.7,
    });
    expect(visitsPerCase({ none: 0, one: 0, more: 0 }).atMostOnce).toBeNull();
  });
});
