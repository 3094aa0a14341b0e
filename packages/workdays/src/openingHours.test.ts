import { describe, expect, it } from "vitest";
import { InvalidClockTime, parseClockTime } from "./clockTime.js";
import { officialCalendar as calendar } from "./officialCalendar.js";
import {
  aroundTheClock,
  checkOpeningHours,
  InvalidOpeningHours,
  mondayToFriday,
  type OpeningHours,
  type Season,
  type Slot,
} from "./openingHours.js";
import { closingTime, minutesOpen, openSpans, slotsOn } from "./openSlots.js";
import { parsePlainDate } from "./plainDate.js";
import { haizhou, pingguoyuan, tinghu } from "./testing/publishedHours.js";

const day = parsePlainDate;
const aWeek = (...slots: Slot[]): OpeningHours => ({ week: mondayToFriday(...slots), followsHolidays: true });
const aSlot = (from: string, to: string): Slot => ({ from: parseClockTime(from), to: parseClockTime(to) });

describe("the slots of a day", () => {
  it.each([
    ["a winter Monday of 海州区", haizhou, "2026-03-02", 420],
    ["its last day before the summer", haizhou, "2026-07-14", 420],
    ["its first summer day", haizhou, "2026-07-15", 390],
    ["its last summer day", haizhou, "2026-09-30", 390],
    ["a Sunday", haizhou, "2026-03-08", 0],
    ["a holiday that is a Thursday", haizhou, "2026-10-01", 0],
    ["a Saturday made a working day", haizhou, "2026-10-10", 420],
    ["a Sunday made a working day, in summer", haizhou, "2026-09-20", 390],
    ["a Monday of 亭湖区", tinghu, "2026-03-02", 420],
    ["a Monday of 苹果园, extended at both ends", pingguoyuan, "2026-03-02", 420],
    ["a Saturday of 苹果园", pingguoyuan, "2026-03-07", 240],
    ["a Saturday of 苹果园 within a holiday", pingguoyuan, "2026-02-21", 0],
    ["a Saturday of 苹果园 made a working day", pingguoyuan, "2026-02-14", 420],
    ["a terminal in Spring Festival (R021)", aroundTheClock, "2026-02-17", 1_440],
  ])("on %s last that many minutes", (_, hours, text, minutes) => {
    expect(minutesOpen(hours, day(text), calendar)).toBe(minutes);
  });

  it("that touch are one opening", () => {
    expect(openSpans(pingguoyuan, day("2026-03-02"), calendar)).toEqual([
      { from: 510, to: 720 },
      { from: 840, to: 1_050 },
    ]);
  });

  it("of a working Saturday are Friday's, of a working Sunday Monday's", () => {
    const monday = [aSlot("09:00", "10:00")];
    const friday = [aSlot("15:00", "16:00")];
    const hours: OpeningHours = { week: { 1: monday, 5: friday }, followsHolidays: true };

    expect(slotsOn(hours, day("2026-02-28"), calendar)).toBe(friday);
    expect(slotsOn(hours, day("2026-01-04"), calendar)).toBe(monday);
  });

  it("are those of an exception, whatever the calendar says", () => {
    const onDuty = aSlot("09:00", "12:00");
    const hours: OpeningHours = {
      ...haizhou,
      exceptions: [
        { from: day("2026-10-01"), to: day("2026-10-03"), slots: [onDuty], reason: "节日值班" },
        { from: day("2026-03-02"), to: day("2026-03-02"), slots: [], reason: "停电" },
      ],
    };

    expect(slotsOn(hours, day("2026-10-02"), calendar)).toEqual([onDuty]);
    expect(minutesOpen(hours, day("2026-10-04"), calendar)).toBe(0);
    expect(minutesOpen(hours, day("2026-03-02"), calendar)).toBe(0);
  });

  it("follow a season over New Year", () => {
    const short = [aSlot("09:00", "16:00")];
    const winter: Season = { from: "11-01", to: "02-28", week: mondayToFriday(...short) };
    const on = (text: string) => slotsOn({ ...tinghu, seasons: [winter] }, day(text), calendar);

    expect([on("2026-11-02"), on("2026-01-05"), on("2026-02-27")]).toEqual([short, short, short]);
    expect(on("2026-10-30")).toEqual(slotsOn(tinghu, day("2026-10-30"), calendar));
    expect(on("2026-03-02")).toEqual(slotsOn(tinghu, day("2026-03-02"), calendar));
  });
});

describe("closing time", () => {
  it.each([
    ["is the end of regular hours, not of extended ones", pingguoyuan, "2026-03-02", "17:00"],
    ["is none on a day with extended hours only", pingguoyuan, "2026-03-07", null],
    ["is none on a day off", haizhou, "2026-10-01", null],
    ["of a terminal is midnight", aroundTheClock, "2026-10-01", "24:00"],
  ])("%s", (_, hours, text, expected) => {
    expect(closingTime(hours, day(text), calendar)).toBe(expected);
  });
});

describe("opening hours read from data", () => {
  it("are accepted when in order", () => {
    for (const hours of [haizhou, tinghu, pingguoyuan, aroundTheClock]) expect(checkOpeningHours(hours)).toBe(hours);
  });

  it.each([
    ["an empty slot", aWeek(aSlot("09:00", "09:00"))],
    ["overlapping slots", aWeek(aSlot("09:00", "12:00"), aSlot("11:59", "15:00"))],
    ["slots out of order", aWeek(aSlot("14:00", "17:00"), aSlot("09:00", "12:00"))],
    ["a season that is no part of a year", { ...haizhou, seasons: [{ from: "7-15", to: "09-30", week: {} }] }],
  ])("are refused with %s", (_, hours) => {
    expect(() => checkOpeningHours(hours)).toThrow(InvalidOpeningHours);
  });

  it("are refused with a time that is none", () => {
    expect(() => checkOpeningHours(aWeek({ from: "09:00", to: "25:00" }))).toThrow(InvalidClockTime);
  });
});
