import type { PlainDate } from "@yimen/workdays/plainDate";
import { describe, expect, it } from "vitest";
import { daysBefore, nextDays } from "./whichDay.js";

const office = (time: string) => new Date(`${time}:00+08:00`);

describe("the next day to play", () => {
  it.each([
    ["a Sunday", "2026-11-22T06:00", "2026-11-23", "2026-11-24"],
    ["a working morning", "2026-11-23T10:00", "2026-11-23", "2026-11-24"],
    ["after closing", "2026-11-23T17:05", "2026-11-24", "2026-11-25"],
    ["before the Spring Festival", "2026-02-13T18:00", "2026-02-14", "2026-02-24"], // a Saturday that was made a working day
  ])("never lies behind the clock: %s", (_, now, eve, day) => {
    expect(nextDays(office(now))).toEqual({ eve, day });
  });
});

describe("a day that is asked for", () => {
  it("has the working day before it as its eve", () => {
    expect(daysBefore("2026-03-02" as PlainDate)).toEqual({ eve: "2026-02-28", day: "2026-03-02" });
  });

  it("must be a working day", () => {
    expect(daysBefore("2026-03-01" as PlainDate)).toHaveProperty("zh");
  });
});
