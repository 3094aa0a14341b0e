import { describe, expect, it } from "vitest";
import { deemedAcceptance, defaultDeferralPolicy, deferralDue, deliveryDue, rectificationDue } from "./deadlines.js";
import { officialCalendar as calendar } from "./officialCalendar.js";
import { parsePlainDate } from "./plainDate.js";
import { addWorkingDays } from "./workingDays.js";

const day = parsePlainDate;

it("a case nobody answered is deemed accepted after five working days (I-K6)", () => {
  expect(deemedAcceptance(day("2026-09-24"), calendar)).toEqual({ dueOn: "2026-10-09", provisional: false });
});

it("a bad review is put right within five working days, or what the region says (I-E4)", () => {
  expect(rectificationDue(day("2026-09-18"), calendar).dueOn).toBe("2026-09-24");
  expect(rectificationDue(day("2026-09-18"), calendar, 1).dueOn).toBe("2026-09-20");
});

it("a licence is delivered within ten working days of the decision (I-K22)", () => {
  expect(deliveryDue(day("2026-12-24"), calendar)).toEqual({ dueOn: "2027-01-07", provisional: true });
});

describe("a deferred material (容缺) is due", () => {
  const acceptedOn = day("2026-03-02");

  it.each([
    ["two working days before the promise ends", 5, null, 3],
    ["after one working day at least", 2, null, 1],
    ["after twenty working days at most", 60, null, 20],
    ["within the material's own ceiling", 15, 4, 4],
    ["before the promise ends, whatever the material's ceiling", 5, 10, 3],
  ])("%s", (_, promised, ceiling, expected) => {
    const due = deferralDue(
      acceptedOn,
      { value: promised, unit: "WORKING_DAY" },
      ceiling,
      defaultDeferralPolicy,
      calendar,
    );

    expect(due.dueOn).toBe(addWorkingDays(acceptedOn, expected, calendar));
  });

  it("by the region's own policy", () => {
    const policy = { beforePromise: 0, atMost: 30, atLeast: 1 };

    expect(deferralDue(acceptedOn, { value: 5, unit: "WORKING_DAY" }, null, policy, calendar).dueOn).toBe("2026-03-09");
  });

  it("by the working days that a promise in calendar days leaves", () => {
    expect(
      deferralDue(acceptedOn, { value: 7, unit: "CALENDAR_DAY" }, null, defaultDeferralPolicy, calendar).dueOn,
    ).toBe("2026-03-05");
  });
});
