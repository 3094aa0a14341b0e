import { describe, expect, it } from "vitest";
import { createCalendar, dayKind, holidayName, InvalidCalendar, isProvisional, isWorkingDay } from "./calendar.js";
import { officialCalendar } from "./officialCalendar.js";
import { parsePlainDate } from "./plainDate.js";
import type { PublishedYear } from "./publishedYear.js";

const day = parsePlainDate;
const name = { zh: "示例", en: "example" };
const aNotice = (given: Partial<PublishedYear>): PublishedYear => ({
  year: 2031,
  source: "示例",
  off: [],
  working: [],
  ...given,
});

describe("the kind of a day", () => {
  it.each([
    ["2026-02-13", "WORKING_DAY"],
    ["2026-02-14", "ADJUSTED_WORKING_DAY"],
    ["2026-02-15", "HOLIDAY"],
    ["2026-02-20", "HOLIDAY"],
    ["2026-01-04", "ADJUSTED_WORKING_DAY"],
    ["2026-03-07", "WEEKEND"],
    ["2025-10-11", "ADJUSTED_WORKING_DAY"],
    ["2025-06-02", "HOLIDAY"],
  ])("%s is %s", (text, kind) => {
    expect(dayKind(day(text), officialCalendar)).toBe(kind);
  });

  it("names the holiday, Chinese first", () => {
    expect(holidayName(day("2026-02-20"), officialCalendar)).toEqual({ zh: "春节", en: "Spring Festival" });
    expect(holidayName(day("2026-03-07"), officialCalendar)).toBeNull();
  });
});

describe("a year without a notice", () => {
  it("follows Monday to Friday and is provisional", () => {
    expect(isWorkingDay(day("2027-10-01"), officialCalendar)).toBe(true);
    expect(isProvisional(day("2026-12-30"), day("2026-12-31"), officialCalendar)).toBe(false);
    expect(isProvisional(day("2026-12-30"), day("2027-01-04"), officialCalendar)).toBe(true);
    expect(isProvisional(day("2024-12-31"), day("2025-01-02"), officialCalendar)).toBe(true);
  });

  it("may lie between published ones", () => {
    const calendar = createCalendar([aNotice({ year: 2031 }), aNotice({ year: 2033 })]);

    expect(isProvisional(day("2031-05-01"), day("2033-05-01"), calendar)).toBe(true);
  });
});

describe("a notice", () => {
  it("may name days of the preceding December", () => {
    const calendar = createCalendar([
      aNotice({ off: [{ from: "2030-12-31", to: "2031-01-01", name }], working: ["2030-12-29"] }),
    ]);

    expect(dayKind(day("2030-12-31"), calendar)).toBe("HOLIDAY");
    expect(dayKind(day("2030-12-29"), calendar)).toBe("ADJUSTED_WORKING_DAY");
  });

  it.each([
    ["given twice", [aNotice({}), aNotice({})]],
    ["with days of another year", [aNotice({ off: [{ from: "2032-01-01", to: "2032-01-01", name }] })]],
    ["with a holiday that ends before it begins", [aNotice({ off: [{ from: "2031-05-03", to: "2031-05-01", name }] })]],
    ["that makes a Monday a working day", [aNotice({ working: ["2031-01-06"] })]],
    [
      "with a day both off and working",
      [aNotice({ off: [{ from: "2031-01-04", to: "2031-01-05", name }], working: ["2031-01-04"] })],
    ],
  ])("%s is refused", (_, years) => {
    expect(() => createCalendar(years)).toThrow(InvalidCalendar);
  });
});
