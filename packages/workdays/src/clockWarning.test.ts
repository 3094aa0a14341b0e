import { describe, expect, it } from "vitest";
import { warningAt } from "./clockWarning.js";
import { aClock, at } from "./testing/aClock.js";

describe("a warning at 80 % of the clock (R131)", () => {
  it.each([
    ["when the fourth of five days closes", { value: 5, unit: "WORKING_DAY" }, "2026-03-06 17:00"],
    ["when the only day begins", { value: 1, unit: "WORKING_DAY" }, "2026-03-02 17:00"],
    ["with a day left of three", { value: 3, unit: "WORKING_DAY" }, "2026-03-04 17:00"],
    ["at once for what is done at once", { value: 0, unit: "WORKING_DAY" }, "2026-03-02 17:00"],
    ["after 24 of 30 calendar days", { value: 30, unit: "CALENDAR_DAY" }, "2026-03-26 17:00"],
    ["after four of five hours", { value: 5, unit: "HOUR" }, "2026-03-02 14:00"],
  ] as const)("comes %s", (_, promised, expected) => {
    expect(warningAt(aClock({ promised }), 0.8)).toEqual(at(expected));
  });

  it("moves with a pause", () => {
    const pauses = [{ from: at("2026-03-03 10:00"), to: at("2026-03-04 10:00"), reason: "CORRECTION" as const }];

    expect(warningAt(aClock({ pauses }), 0.8)).toEqual(at("2026-03-09 17:00"));
  });

  it("counts an extension in", () => {
    const extension = { workingDays: 10, approvedBy: "director-1", grantedAt: at("2026-03-03 10:00") };

    expect(warningAt(aClock({ extension }), 0.8)).toEqual(at("2026-03-18 17:00"));
  });

  it("never comes before acceptance", () => {
    const acceptedAt = at("2026-03-02 20:00");

    expect(warningAt(aClock({ acceptedAt, promised: { value: 1, unit: "WORKING_DAY" } }), 0.8)).toEqual(acceptedAt);
  });

  it("at 100 % comes when the time is up", () => {
    expect(warningAt(aClock({}), 1)).toEqual(at("2026-03-09 17:00"));
  });
});
