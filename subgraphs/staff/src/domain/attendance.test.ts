import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { describe, expect, it } from "vitest";
import { coversInstant, minutesLate, minutesLeftEarly } from "./attendance.js";
import { at, officeHours, signedIn } from "./roster.fixture.js";

describe("signing in and out (R152)", () => {
  it.each([
    ["08:30", 0],
    ["08:31", 1],
    ["14:00", 330],
  ])("at %s is %i minutes late", (time, minutes) => {
    expect(minutesLate(signedIn("a", at(time)), officeHours, officialCalendar)).toBe(minutes);
  });

  it.each([
    ["17:00", 0],
    ["16:45", 15],
    ["18:00", 0],
  ])("out at %s is %i minutes early", (time, minutes) => {
    expect(minutesLeftEarly(signedIn("a", at("08:30"), at(time)), officeHours, officialCalendar)).toBe(minutes);
  });

  it("on a day off is neither", () => {
    expect(minutesLate(signedIn("a", at("10:00", "2026-03-01")), officeHours, officialCalendar)).toBe(0);
  });

  it("ends at midnight when nobody signed out", () => {
    const forgotten = signedIn("a", at("08:20"));

    expect(coversInstant(forgotten, at("23:59"))).toBe(true);
    expect(coversInstant(forgotten, at("00:00", "2026-03-03"))).toBe(false);
  });
});
