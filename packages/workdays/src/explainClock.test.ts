import { describe, expect, it } from "vitest";
import type { ClockInput } from "./clockInput.js";
import { explainClock } from "./explainClock.js";
import { officialCalendar } from "./officialCalendar.js";

const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+08:00`);
const aClock = (given: Partial<ClockInput>): ClockInput => ({
  acceptedAt: at("2026-02-13 10:00"),
  promised: { value: 3, unit: "WORKING_DAY" },
  pauses: [],
  calendar: officialCalendar,
  now: at("2026-02-24 12:00"),
  ...given,
});
const told = (clock: ClockInput) =>
  explainClock(clock).map(({ day, number, reason }) => [day.slice(5), number, reason]);

describe("the clock explains itself", () => {
  it("across Spring Festival", () => {
    expect(told(aClock({}))).toEqual([
      ["02-13", null, "ACCEPTANCE_DAY"],
      ["02-14", 1, "ADJUSTED_WORKING_DAY"],
      ...Array.from({ length: 9 }, (_, index) => [`02-${15 + index}`, null, "HOLIDAY"]),
      ["02-24", 2, "WORKING_DAY"],
      ["02-25", 3, "WORKING_DAY"],
    ]);
  });

  it("in words, Chinese first", () => {
    const notes = new Map(explainClock(aClock({})).map(({ day, note }) => [day.slice(5), note]));

    expect(notes.get("02-13")).toEqual({ zh: "受理当日,不计入", en: "Day of acceptance, not counted" });
    expect(notes.get("02-14")).toEqual({
      zh: "第1个工作日,共3个(调休上班)",
      en: "Working day 1 of 3 (weekend day made a working day)",
    });
    expect(notes.get("02-15")).toEqual({ zh: "春节放假,不计入", en: "Spring Festival, not counted" });
    expect(notes.get("02-25")).toEqual({
      zh: "第3个工作日,共3个;办结期限",
      en: "Working day 3 of 3; last day in time",
    });
  });

  it("apart from what is only expected", () => {
    expect(
      explainClock(aClock({}))
        .filter(({ expected }) => expected)
        .map(({ day }) => day),
    ).toEqual(["2026-02-24", "2026-02-25"]);
  });

  it("with the reason of a pause", () => {
    const pauses = [
      {
        from: at("2026-03-03 10:00"),
        to: at("2026-03-05 10:00"),
        reason: "SPECIAL_PROCEDURE" as const,
        note: "专家评审",
      },
    ];
    const days = explainClock(aClock({ acceptedAt: at("2026-03-02 10:00"), pauses, now: at("2026-03-06 09:00") }));

    expect(days[1]).toMatchObject({ day: "2026-03-03", counted: false, reason: "PAUSED" });
    expect(days[1]?.note).toEqual({
      zh: "暂停计时(特别程序:专家评审),不计入",
      en: "Clock paused (special procedure), not counted",
    });
    expect(days[3]).toMatchObject({ day: "2026-03-05", number: 1 });
  });

  it("beyond the last day in time", () => {
    const days = explainClock(aClock({ acceptedAt: at("2026-03-02 10:00"), now: at("2026-03-09 18:00") }));

    expect(days.at(-1)).toMatchObject({
      day: "2026-03-09",
      number: 5,
      note: { zh: "超期第2个工作日", en: "Overdue, working day 2" },
    });
  });

  it("for calendar days, an end that moves and an extension", () => {
    const clock = aClock({
      acceptedAt: at("2026-03-04 10:00"),
      promised: { value: 3, unit: "CALENDAR_DAY" },
      extension: { workingDays: 1, approvedBy: "director-1", grantedAt: at("2026-03-05 10:00") },
      now: at("2026-03-06 12:00"),
    });

    expect(told(clock)).toEqual([
      ["03-04", null, "ACCEPTANCE_DAY"],
      ["03-05", 1, "CALENDAR_DAY"],
      ["03-06", 2, "CALENDAR_DAY"],
      ["03-07", 3, "CALENDAR_DAY"],
      ["03-08", null, "WEEKEND"],
      ["03-09", null, "MOVED_TO"],
      ["03-10", 4, "WORKING_DAY"],
    ]);
  });

  it("for hours", () => {
    const clock = aClock({
      acceptedAt: at("2026-03-05 10:00"),
      promised: { value: 24, unit: "HOUR" },
      now: at("2026-03-05 12:00"),
    });

    expect(told(clock)).toEqual([
      ["03-05", null, "ACCEPTANCE_DAY"],
      ["03-06", null, "HOURS"],
    ]);
  });
});
