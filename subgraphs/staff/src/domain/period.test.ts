import { parsePlainDate } from "@yimen/workdays/plainDate";
import { describe, expect, it } from "vitest";
import { periodOf, periodsOfLastYear } from "./period.js";

const day = parsePlainDate;

describe("a calendar period", () => {
  it("begins on its first day and ends on its last, also in a leap year", () => {
    expect(periodOf("MONTH", day("2024-02-29"))).toEqual({ key: "2024-02", from: "2024-02-01", to: "2024-02-29" });
    expect(periodOf("QUARTER", day("2026-12-31"))).toEqual({ key: "2026-Q4", from: "2026-10-01", to: "2026-12-31" });
    expect(periodOf("YEAR", day("2026-01-01"))).toEqual({ key: "2026", from: "2026-01-01", to: "2026-12-31" });
  });

  it("is over on the day after its last one, not before (R155)", () => {
    const last = (asOf: string) => periodsOfLastYear("MONTH", day(asOf)).at(-1)?.key;

    expect(last("2026-02-28")).toBe("2026-01");
    expect(last("2026-03-01")).toBe("2026-02");
  });

  it("counts twelve months, four quarters and one year back", () => {
    const count = (kind: "MONTH" | "QUARTER" | "YEAR") => periodsOfLastYear(kind, day("2026-03-02")).length;

    expect([count("MONTH"), count("QUARTER"), count("YEAR")]).toEqual([12, 4, 1]);
  });
});
