import { officeDay } from "@yimen/workdays/instant";
import { addDays, type PlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, caseIn, hours, usual } from "../testing/aCase.js";
import type { CaseCommand } from "./caseCommand.js";
import { decide } from "./decide.js";
import { lastToApply, plannedReminders, reminderChannels, reminderDueAt } from "./licenceReminder.js";

const day = (date: string) => date as PlainDate;
const making = (validUntil: PlainDate | null) => ({ ...usual("makeResult", hours(1)), validUntil }) as CaseCommand;
const delivered = (validUntil: PlainDate | null) =>
  after(caseIn("GRANTED"), making(validUntil), usual("issueResult", hours(2)), usual("deliver", hours(3)));
const planned = (validUntil: PlainDate | null) =>
  plannedReminders(delivered(validUntil), "applicant-1", 30, () => "id");

describe("the reminders of a licence (R124)", () => {
  it("are one for each channel, due before the last day on which the law lets one apply (行政许可法 第五十条)", () => {
    const reminders = planned(day("2029-03-01"));

    expect(reminders.map(({ channel }) => channel)).toEqual([...reminderChannels]);
    expect(lastToApply(day("2029-03-01"))).toBe("2029-01-30");
    for (const { dueAt, endsOn } of reminders)
      expect([endsOn, dueAt]).toEqual(["2029-03-01", new Date("2028-12-31T01:00:00Z")]);
  });

  it("are none for what has no end", () => {
    expect(planned(null)).toEqual([]);
  });

  it("never come after the last day to apply, whatever the lead", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 0, max: 20_000 }), (lead, days) => {
        const endsOn = addDays(day("2026-03-03"), days);
        const dueOn = officeDay(reminderDueAt(endsOn, lead));
        expect(dueOn <= lastToApply(endsOn)).toBe(true);
        expect(addDays(dueOn, lead)).toBe(lastToApply(endsOn));
      }),
    );
  });

  it("need an end that is still to come, of something that was granted", () => {
    const refused = expect.objectContaining({ code: "VALIDITY_NOT_POSSIBLE" });

    expect(() => decide(caseIn("GRANTED"), making(day("2026-03-02")))).toThrow(refused);
    expect(() => decide(caseIn("DENIED"), making(day("2029-03-01")))).toThrow(refused);
    expect(decide(caseIn("DENIED"), making(null))).not.toHaveProperty("validUntil");
  });
});
