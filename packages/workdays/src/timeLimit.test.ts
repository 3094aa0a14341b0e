import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "./calendar.js";
import { officialCalendar as calendar } from "./officialCalendar.js";
import { parsePlainDate } from "./plainDate.js";
import { isWithin, limitEnd, type TimeLimit, type TimeUnit } from "./timeLimit.js";

const limit = (text: string): TimeLimit => {
  const [value, unit] = text.split(" ");
  return { value: Number(value), unit: unit as TimeUnit };
};

describe("承诺办结时限不得超过法定办理时限 (R036, I-C1)", () => {
  it.each([
    ["5 WORKING_DAY", "60 WORKING_DAY", true],
    ["20 WORKING_DAY", "20 WORKING_DAY", true],
    ["21 WORKING_DAY", "20 WORKING_DAY", false],
    ["30 WORKING_DAY", "3 MONTH", true],
    ["15 WORKING_DAY", "30 CALENDAR_DAY", true],
    ["20 WORKING_DAY", "45 CALENDAR_DAY", true],
    ["20 CALENDAR_DAY", "20 WORKING_DAY", true],
    ["22 WORKING_DAY", "1 MONTH", false],
    ["22 WORKING_DAY", "30 CALENDAR_DAY", false],
    ["1 MONTH", "30 CALENDAR_DAY", false],
    ["1 MONTH", "31 CALENDAR_DAY", true],
    ["48 HOUR", "2 WORKING_DAY", true],
    ["49 HOUR", "2 CALENDAR_DAY", false],
    ["1 WORKING_DAY", "24 HOUR", true],
    ["1 WORKING_DAY", "23 HOUR", false],
  ])("%s within %s: %s", (promised, statutory, expected) => {
    expect(isWithin(limit(promised), limit(statutory), calendar)).toBe(expected);
  });

  it("cannot be shown without a published calendar", () => {
    expect(isWithin(limit("1 WORKING_DAY"), limit("3 MONTH"), createCalendar([]))).toBe(false);
  });

  it("holds for a shorter promise where it holds for a longer one", () => {
    const anyLimit = fc.record({
      value: fc.nat(40),
      unit: fc.constantFrom<TimeUnit>("WORKING_DAY", "CALENDAR_DAY", "HOUR", "MONTH"),
    });
    fc.assert(
      fc.property(anyLimit, anyLimit, fc.nat(10), (promised, statutory, less) => {
        const shorter = { ...promised, value: Math.max(0, promised.value - less) };
        if (isWithin(promised, statutory, calendar)) expect(isWithin(shorter, statutory, calendar)).toBe(true);
      }),
    );
  });
});

describe("the end of a limit (民法典 第二百零三条)", () => {
  it.each([
    ["3 CALENDAR_DAY", "2026-02-14", "2026-02-24"],
    ["1 MONTH", "2026-01-31", "2026-02-28"],
    ["25 HOUR", "2026-03-02", "2026-03-04"],
    ["0 WORKING_DAY", "2026-03-07", "2026-03-09"],
  ])("of %s from %s is %s", (given, from, expected) => {
    expect(limitEnd(limit(given), parsePlainDate(from), calendar)).toBe(expected);
  });
});
