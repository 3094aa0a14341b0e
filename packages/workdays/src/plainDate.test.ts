import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  daysBetween,
  daysFromTo,
  InvalidPlainDate,
  type PlainDate,
  parsePlainDate,
  weekday,
} from "./plainDate.js";
import { anyDay } from "./testing/anyClock.js";

const day = parsePlainDate;

describe("reading a day", () => {
  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00", "", "二月一日"])("refuses %j", (text) => {
    expect(() => parsePlainDate(text)).toThrow(InvalidPlainDate);
  });

  it("accepts the leap day of a leap year", () => {
    expect(parsePlainDate("2024-02-29")).toBe("2024-02-29");
  });

  it("says what was given and what is wanted", () => {
    expect(() => parsePlainDate("2026-02-30")).toThrow(/2026-02-30.*YYYY-MM-DD/);
  });
});

describe("the weekday", () => {
  it.each([
    ["2026-03-02", 1],
    ["2026-02-28", 6],
    ["2026-01-04", 7],
    ["1969-12-31", 3],
  ] as const)("of %s is %i", (text, expected) => {
    expect(weekday(day(text))).toBe(expected);
  });
});

describe("adding months", () => {
  it.each([
    ["2024-02-29", 24, "2026-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2025-12-31", 2, "2026-02-28"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-11-15", 3, "2027-02-15"],
  ])("%s and %i months are %s", (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it("keeps the day of the month or takes the month's last", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        const sameDay = to.slice(8) === from.slice(8);
        const lastOfShorterMonth = addDays(to, 1).endsWith("-01") && to.slice(8) < from.slice(8);
        expect(sameDay || lastOfShorterMonth).toBe(true);
      }),
    );
  });
});

describe("counting days", () => {
  it("inverts adding them", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(dayOfNumber(dayNumber(from))).toBe(from);
      }),
    );
  });

  it("lists both ends of a period, and nothing of one that ends before it begins", () => {
    expect(daysFromTo(day("2026-02-27"), day("2026-03-01"))).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
    expect(daysFromTo(day("2026-03-01"), day("2026-02-27"))).toEqual([]);
  });

  it("does not leave four-digit years", () => {
    expect(() => addDays("9999-12-31" as PlainDate, 1)).toThrow(InvalidPlainDate);
  });
});
