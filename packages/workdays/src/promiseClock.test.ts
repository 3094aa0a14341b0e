import { describe, expect, it } from "vitest";
import { instantOf } from "./instant.js";
import { InvalidPause, type Pause } from "./pause.js";
import { parsePlainDate } from "./plainDate.js";
import { promiseClock } from "./promiseClock.js";
import { InvalidClockInput } from "./promisedEnd.js";
import { aClock, at } from "./testing/aClock.js";

const aPause = (from: string, to: string | null): Pause => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason: "CORRECTION",
});

describe("a promise in working days (行政许可法 第八十二条)", () => {
  it("does not count the day of acceptance and ends when the office closes on the last day", () => {
    expect(promiseClock(aClock())).toEqual({
      state: "RUNNING",
      dueOn: "2026-03-09",
      dueAt: instantOf(parsePlainDate("2026-03-09"), "17:00"),
      provisional: false,
      countedDays: 1,
      remainingDays: 4,
      usedShare: 0.2,
      overdue: false,
    });
  });

  it("runs across Spring Festival and its working Saturdays", () => {
    expect(promiseClock(aClock({ acceptedAt: at("2026-02-13 16:00") })).dueOn).toBe("2026-02-27");
  });

  it("is in time up to closing and overdue after it (R087)", () => {
    expect(promiseClock(aClock({ now: at("2026-03-09 17:00") }))).toMatchObject({ state: "RUNNING", remainingDays: 0 });
    expect(promiseClock(aClock({ now: at("2026-03-09 17:01") }))).toMatchObject({ state: "OVERDUE", remainingDays: 0 });
    expect(promiseClock(aClock({ now: at("2026-03-11 18:00") }))).toMatchObject({
      state: "OVERDUE",
      remainingDays: -2,
    });
  });

  it("ends with the hours of the outlet", () => {
    expect(promiseClock(aClock({ closing: () => "18:00" })).dueAt).toEqual(at("2026-03-09 18:00"));
  });

  it("is provisional beyond the last published calendar", () => {
    expect(promiseClock(aClock({ acceptedAt: at("2026-12-28 10:00") }))).toMatchObject({
      dueOn: "2027-01-04",
      provisional: true,
    });
  });

  it("of zero days ends the same day, or the next one when the office has closed", () => {
    const atOnce = { promised: { value: 0, unit: "WORKING_DAY" } as const };

    expect(promiseClock(aClock(atOnce)).dueAt).toEqual(at("2026-03-02 17:00"));
    expect(promiseClock(aClock({ ...atOnce, acceptedAt: at("2026-03-06 20:00") })).dueAt).toEqual(
      at("2026-03-09 17:00"),
    );
  });
});

describe("a pause (行政许可法 第四十五条)", () => {
  it.each([
    ["within one day", "2026-03-04 09:00", "2026-03-04 16:00", "2026-03-09"],
    ["over one closing", "2026-03-04 16:50", "2026-03-05 08:35", "2026-03-10"],
    ["over night only", "2026-03-04 18:00", "2026-03-05 08:00", "2026-03-09"],
    ["over a weekend only", "2026-03-06 17:00", "2026-03-09 08:30", "2026-03-09"],
    ["over a Friday and the weekend", "2026-03-06 15:00", "2026-03-09 08:30", "2026-03-10"],
    ["on the last day", "2026-03-09 10:00", "2026-03-12 10:00", "2026-03-12"],
    ["that ends after closing", "2026-03-09 10:00", "2026-03-12 23:00", "2026-03-13"],
    ["on the day of acceptance", "2026-03-02 11:00", "2026-03-03 09:00", "2026-03-09"],
    ["after the last day", "2026-03-10 10:00", "2026-03-12 10:00", "2026-03-09"],
  ])("%s, from %s to %s, makes it due on %s", (_, from, to, dueOn) => {
    expect(promiseClock(aClock({ pauses: [aPause(from, to)], now: at("2026-04-01 09:00") })).dueOn).toBe(dueOn);
  });

  it("counts once where two overlap", () => {
    const pauses = [aPause("2026-03-04 10:00", "2026-03-06 10:00"), aPause("2026-03-05 10:00", "2026-03-06 12:00")];

    expect(promiseClock(aClock({ pauses, now: at("2026-04-01 09:00") })).dueOn).toBe("2026-03-11");
  });

  it("that lasts moves the due day along with the present one", () => {
    const pauses = [aPause("2026-03-04 10:00", null)];

    expect(promiseClock(aClock({ pauses, now: at("2026-03-04 11:00") }))).toMatchObject({
      state: "PAUSED",
      dueOn: "2026-03-09",
    });
    expect(promiseClock(aClock({ pauses, now: at("2026-03-11 11:00") }))).toMatchObject({
      state: "PAUSED",
      dueOn: "2026-03-16",
      countedDays: 1,
    });
  });

  it("does not heal what is already late", () => {
    const pauses = [aPause("2026-03-10 09:00", null)];

    expect(promiseClock(aClock({ pauses, now: at("2026-03-20 09:00") }))).toMatchObject({
      state: "OVERDUE",
      dueOn: "2026-03-09",
    });
  });

  it("is not known before it begins", () => {
    const pauses = [aPause("2026-03-05 10:00", "2026-03-10 10:00")];

    expect(promiseClock(aClock({ pauses, now: at("2026-03-04 12:00") }))).toEqual(promiseClock(aClock()));
  });

  it("that ends before it begins is refused", () => {
    expect(() => promiseClock(aClock({ pauses: [aPause("2026-03-03 10:00", "2026-03-03 09:00")] }))).toThrow(
      InvalidPause,
    );
  });
});

describe("an extension (行政许可法 第四十二条)", () => {
  const extension = { workingDays: 10, approvedBy: "director-1", grantedAt: at("2026-03-05 10:00") };

  it("moves the due date from the moment it is granted", () => {
    expect(promiseClock(aClock({ extension, now: at("2026-03-05 09:59") })).dueOn).toBe("2026-03-09");
    expect(promiseClock(aClock({ extension, now: at("2026-03-05 10:00") }))).toMatchObject({
      dueOn: "2026-03-23",
      remainingDays: 13,
    });
  });
});

describe("other units", () => {
  it.each([
    ["CALENDAR_DAY", 5, "2026-03-02 10:00", "2026-03-09 17:00"],
    ["CALENDAR_DAY", 3, "2026-02-14 10:00", "2026-02-24 17:00"],
    ["MONTH", 1, "2026-01-31 10:00", "2026-02-28 17:00"],
    ["MONTH", 3, "2026-03-02 10:00", "2026-06-02 17:00"],
    ["HOUR", 4, "2026-03-02 10:00", "2026-03-02 14:00"],
    ["HOUR", 24, "2026-03-02 10:00", "2026-03-03 17:00"],
    ["HOUR", 4, "2026-03-06 16:00", "2026-03-09 17:00"],
  ] as const)("%s %i from %s end at %s, moved to a working day", (unit, value, acceptedAt, dueAt) => {
    expect(promiseClock(aClock({ promised: { value, unit }, acceptedAt: at(acceptedAt) })).dueAt).toEqual(at(dueAt));
  });

  it("count a pause in hours to the minute", () => {
    const clock = aClock({
      promised: { value: 4, unit: "HOUR" },
      pauses: [aPause("2026-03-02 11:00", "2026-03-02 12:30")],
      now: at("2026-03-02 13:30"),
    });

    expect(promiseClock(clock)).toMatchObject({ dueAt: at("2026-03-02 15:30"), usedShare: 0.5 });
  });

  it.each([-1, 1.5])("refuse %d", (value) => {
    expect(() => promiseClock(aClock({ promised: { value, unit: "WORKING_DAY" } }))).toThrow(InvalidClockInput);
  });
});

describe("a stopped clock", () => {
  it("tells whether it stopped in time", () => {
    const now = at("2026-04-01 09:00");

    expect(promiseClock(aClock({ now, stoppedAt: at("2026-03-09 16:59") }))).toMatchObject({
      state: "STOPPED",
      overdue: false,
    });
    expect(promiseClock(aClock({ now, stoppedAt: at("2026-03-10 09:00") }))).toMatchObject({
      state: "STOPPED",
      overdue: true,
    });
  });
});
