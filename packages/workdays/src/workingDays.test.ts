import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "./calendar.js";
import { dueDate } from "./dueDate.js";
import { officialCalendar as calendar } from "./officialCalendar.js";
import { addDays, addMonths, daysFromTo, type PlainDate, parsePlainDate } from "./plainDate.js";
import { anyDay } from "./testing/anyClock.js";
import { addWorkingDays, countWorkingDays, nextWorkingDayFrom, workingDaysBetween } from "./workingDays.js";

const day = parsePlainDate;
const days = fc.nat(400);

function walk(from: PlainDate, count: number): PlainDate {
  let at = from;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

describe("the n-th working day (I-K5)", () => {
  it.each([
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-13", 5, "2026-02-27"],
    ["2026-02-13", 20, "2026-03-19"],
    ["2026-04-03", 1, "2026-04-07"],
    ["2026-04-30", 5, "2026-05-11"],
    ["2026-06-18", 1, "2026-06-22"],
    ["2026-09-18", 1, "2026-09-20"],
    ["2026-09-18", 5, "2026-09-24"],
    ["2026-09-24", 5, "2026-10-09"],
    ["2026-09-30", 1, "2026-10-08"],
    ["2026-09-30", 3, "2026-10-10"],
    ["2025-12-31", 1, "2026-01-04"],
  ])("after %s, n = %i, is %s", (from, count, expected) => {
    expect(addWorkingDays(day(from), count, calendar)).toBe(expected);
  });

  it("is found by walking too", () => {
    fc.assert(
      fc.property(anyDay, days, (from, n) => {
        expect(addWorkingDays(from, n, calendar)).toBe(walk(from, n));
      }),
    );
  });

  it("is a working day", () => {
    fc.assert(
      fc.property(anyDay, days, (from, n) => {
        expect(isWorkingDay(addWorkingDays(from, n + 1, calendar), calendar)).toBe(true);
      }),
    );
  });

  it("adds up: n days after m days are n + m days", () => {
    fc.assert(
      fc.property(anyDay, days, days, (from, n, m) => {
        expect(addWorkingDays(addWorkingDays(from, m, calendar), n, calendar)).toBe(
          addWorkingDays(from, m + n, calendar),
        );
      }),
    );
  });

  it("never comes sooner for a later first day", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), days, (from, later, n) => {
        expect(addWorkingDays(addDays(from, later), n, calendar) >= addWorkingDays(from, n, calendar)).toBe(true);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])("is refused for %d", (n) => {
    expect(() => addWorkingDays(day("2026-03-02"), n, calendar)).toThrow(RangeError);
  });
});

describe("counting working days", () => {
  it("inverts adding them", () => {
    fc.assert(
      fc.property(anyDay, days, (from, n) => {
        const to = addWorkingDays(from, n, calendar);
        expect(workingDaysBetween(from, to, calendar)).toBe(n);
        expect(workingDaysBetween(to, from, calendar)).toBe(n === 0 ? 0 : -n);
      }),
    );
  });

  it("finds the 248 working days of 2026, month by month, and of 2025", () => {
    const firsts = Array.from({ length: 12 }, (_, month) => addMonths(day("2026-01-01"), month));
    const months = firsts.map((first) => countWorkingDays(first, addDays(addMonths(first, 1), -1), calendar));

    expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
    expect(countWorkingDays(day("2026-01-01"), day("2026-12-31"), calendar)).toBe(248);
    expect(countWorkingDays(day("2025-01-01"), day("2025-12-31"), calendar)).toBe(248);
  });

  it("finds none in a period that ends before it begins", () => {
    expect(countWorkingDays(day("2026-03-03"), day("2026-03-02"), calendar)).toBe(0);
  });

  it("agrees with asking each day", () => {
    const from = day("2024-12-01");
    let counted = 0;
    for (const to of daysFromTo(from, day("2027-03-31"))) {
      if (isWorkingDay(to, calendar)) counted += 1;
      expect(countWorkingDays(from, to, calendar)).toBe(counted);
    }
  });
});

describe("a due date", () => {
  it("beyond the last notice is provisional", () => {
    expect(dueDate(day("2026-12-30"), 1, calendar)).toEqual({ dueOn: "2026-12-31", provisional: false });
    expect(dueDate(day("2026-12-30"), 2, calendar)).toEqual({ dueOn: "2027-01-01", provisional: true });
  });

  it("moves from a day off to the next working day, and stays on a working day", () => {
    expect(nextWorkingDayFrom(day("2026-02-15"), calendar)).toBe("2026-02-24");
    expect(nextWorkingDayFrom(day("2026-02-14"), calendar)).toBe("2026-02-14");
  });
});
