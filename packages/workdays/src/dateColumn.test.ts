import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnOf, columnOrNull, dayOf, dayOrNull } from "./dateColumn.js";
import { parsePlainDate } from "./plainDate.js";
import { anyDay } from "./testing/anyClock.js";

describe("a day in a date column", () => {
  it("is read as it was written, whatever the time zone", () => {
    fc.assert(fc.property(anyDay, (day) => dayOf(columnOf(day)) === day));
    expect(columnOf(parsePlainDate("2026-03-02"))).toEqual(new Date("2026-03-02T00:00:00.000Z"));
  });

  it("may be none", () => {
    expect([columnOrNull(null), dayOrNull(null)]).toEqual([null, null]);
  });
});
