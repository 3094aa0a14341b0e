import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOfMinute } from "./instant.js";
import { officialCalendar as calendar } from "./officialCalendar.js";
import { aroundTheClock, type OpeningHours } from "./openingHours.js";
import { closesAt, isOpen, opensNext } from "./openNow.js";
import { minutesOpen } from "./openSlots.js";
import { anyDay } from "./testing/anyClock.js";
import { haizhou, pingguoyuan, tinghu } from "./testing/publishedHours.js";

const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+08:00`);
const MINUTES_PER_DAY = 1_440;

describe("an outlet", () => {
  it.each([
    ["海州区 in winter", haizhou, "2026-03-02 13:45", true],
    ["海州区 in summer", haizhou, "2026-07-20 13:45", false],
    ["亭湖区 late", tinghu, "2026-03-02 17:45", true],
    ["苹果园, extended", pingguoyuan, "2026-03-02 08:30", true],
    ["苹果园, the last minute", pingguoyuan, "2026-03-02 17:29", true],
    ["苹果园, closed", pingguoyuan, "2026-03-02 17:30", false],
    ["海州区 on National Day", haizhou, "2026-10-01 10:00", false],
    ["海州区 on a working Saturday", haizhou, "2026-10-10 10:00", true],
    ["a terminal at night (R021)", aroundTheClock, "2026-10-01 02:00", true],
  ])("%s: open at %s %s is %s", (_, hours, text, expected) => {
    expect(isOpen(hours, at(text), calendar)).toBe(expected);
  });

  it.each([
    ["after lunch", haizhou, "2026-03-02 12:30", "2026-03-02 13:30"],
    ["after lunch, while the morning lasts", haizhou, "2026-03-02 10:00", "2026-03-02 13:30"],
    ["on Monday", haizhou, "2026-03-06 17:00", "2026-03-09 08:30"],
    ["on Saturday", pingguoyuan, "2026-03-06 18:00", "2026-03-07 08:30"],
    ["after Spring Festival", haizhou, "2026-02-14 17:00", "2026-02-24 08:30"],
  ])("opens next %s", (_, hours, now, expected) => {
    expect(opensNext(hours, at(now), calendar)).toEqual(at(expected));
  });

  it("closes when the last of touching slots ends", () => {
    expect(closesAt(pingguoyuan, at("2026-03-02 16:00"), calendar)).toEqual(at("2026-03-02 17:30"));
    expect(closesAt(pingguoyuan, at("2026-03-02 18:00"), calendar)).toBeNull();
  });

  it("that never closes neither closes nor opens", () => {
    expect(closesAt(aroundTheClock, at("2026-03-02 18:00"), calendar)).toBeNull();
    expect(opensNext(aroundTheClock, at("2026-03-02 18:00"), calendar)).toBeNull();
  });

  it("that never opens does not open next", () => {
    expect(opensNext({ week: {}, followsHolidays: true }, at("2026-03-02 18:00"), calendar)).toBeNull();
  });

  it("that is open over midnight closes in the morning", () => {
    const night: OpeningHours = {
      week: { 1: [{ from: "20:00", to: "24:00" }], 2: [{ from: "00:00", to: "06:00" }] },
      followsHolidays: false,
    };

    expect(closesAt(night, at("2026-03-02 23:00"), calendar)).toEqual(at("2026-03-03 06:00"));
  });
});

describe("asking each minute", () => {
  it("finds as many open minutes as the day has", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(haizhou, tinghu, pingguoyuan, aroundTheClock), (day, hours) => {
        const minutes = Array.from({ length: MINUTES_PER_DAY }, (_, minute) => instantOfMinute(day, minute));
        expect(minutes.filter((minute) => isOpen(hours, minute, calendar))).toHaveLength(
          minutesOpen(hours, day, calendar),
        );
      }),
      { numRuns: 20 },
    );
  });
});
