import { describe, expect, it } from "vitest";
import { after, caseIn, collected, hours, usual } from "../testing/aCase.js";
import type { Case } from "./case.js";
import { atDeadline, caseClock, nextDeadline, runningDueAt } from "./caseClock.js";
import type { CaseCommand } from "./caseCommand.js";
import { decide } from "./decide.js";

/** Closing time of a day in the office. */
const closing = (day: string) => new Date(`${day}T17:00:00+08:00`);
const justBefore = (at: Date) => new Date(at.getTime() - 1);
const notYet = expect.objectContaining({ code: "DEADLINE_NOT_REACHED" });

describe("deemed acceptance (I-K6, 行政许可法 第三十二条)", () => {
  it("comes when the fifth working day after collection closes, and counts from the collection", () => {
    const current = collected();
    expect(nextDeadline(current)).toEqual({ at: closing("2026-03-09"), act: "deemAccepted", percent: 0 });
    expect(() => decide(current, usual("deemAccepted", justBefore(closing("2026-03-09"))))).toThrow(notYet);

    const deemed = after(current, usual("deemAccepted", closing("2026-03-09")));

    expect(deemed).toMatchObject({ status: "ACCEPTED", acceptance: { at: current.openedAt, by: null } });
  });

  it("waits while the applicant puts something right, and is counted anew from the day on which it came", () => {
    const asked = after(collected(), usual("requestCorrection", hours(24)));
    expect(nextDeadline(asked)).toBeNull();
    const back = after(asked, usual("receiveCorrection", hours(24 * 9))); // Wednesday, a week later

    expect(nextDeadline(back)).toEqual({ at: closing("2026-03-18"), act: "deemAccepted", percent: 0 });
    const deemed = after(back, usual("deemAccepted", closing("2026-03-18")));
    expect(deemed.acceptance?.at).toBe(hours(24 * 9).toISOString());
    expect(deemed.pauses).toEqual([]);
  });

  it("does not come once somebody has answered", () => {
    expect(nextDeadline(caseIn("REFUSED_ACCEPTANCE"))).toMatchObject({ act: "remind", about: "FEEDBACK" });
    expect(nextDeadline(caseIn("ACCEPTED"))?.act).toBe("warn");
  });
});

describe("a deferral (I-K2, R060)", () => {
  const deferred = after(collected(), usual("accept"));

  it("ends the case when its day closes and the material has not come", () => {
    expect(deferred.deferral?.dueOn).toBe("2026-03-05");
    expect(() => decide(deferred, usual("expireDeferral", justBefore(closing("2026-03-05"))))).toThrow(notYet);

    const ended = after(deferred, usual("expireDeferral", closing("2026-03-05")));

    expect(ended).toMatchObject({ status: "TERMINATED", closedAt: closing("2026-03-05").toISOString() });
  });

  it("ends the case also after a grant, before anything is issued", () => {
    const granted = after(deferred, usual("pickUp"), usual("decide"));

    const reminder = {
      at: new Date("2026-03-05T00:00:00+08:00"),
      act: "remind",
      percent: 0,
      about: "DEFERRAL",
    } as const;
    expect(nextDeadline(granted)).toEqual(reminder);
    expect(nextDeadline(after(granted, atDeadline(reminder, reminder.at)))).toEqual({
      at: closing("2026-03-05"),
      act: "expireDeferral",
      percent: 0,
    });
    expect(after(granted, usual("expireDeferral", closing("2026-03-05"))).status).toBe("TERMINATED");
  });

  it("ends nothing once the material is there", () => {
    const complete = after(deferred, usual("receiveMaterials"));

    expect(() => decide(complete, usual("expireDeferral", hours(24 * 30)))).toThrow(notYet);
  });
});

describe("warnings (R087, R131, I-K23)", () => {
  const accepted = caseIn("ACCEPTED");
  const warned = after(accepted, usual("warn", closing("2026-03-06")));
  const warning = (current: Case, percent: number, at: Date) => decide(current, { type: "warn", percent, at });

  it("come at 80 % and at 100 % of the promise", () => {
    expect(nextDeadline(accepted)).toEqual({ at: closing("2026-03-06"), act: "warn", percent: 80 });
    expect(nextDeadline(warned)).toEqual({ at: closing("2026-03-09"), act: "warn", percent: 100 });
  });

  it("come once each", () => {
    expect(() => warning(warned, 80, hours(24 * 30))).toThrow(notYet);
    const twice = after(warned, { type: "warn", percent: 100, at: closing("2026-03-09") });
    expect(twice.warned).toEqual([80, 100]);
    expect(nextDeadline(twice)).toBeNull();
  });

  it("never come before their time, and never the later one first", () => {
    expect(() => warning(accepted, 80, justBefore(closing("2026-03-06")))).toThrow(notYet);
    expect(() => warning(accepted, 100, hours(24 * 30))).toThrow(notYet);
  });

  it.each(["AWAITING_CORRECTION", "IN_SPECIAL_PROCEDURE"] as const)(
    "never come while the clock is paused: %s",
    (status) => {
      const paused = caseIn(status);

      expect(nextDeadline(paused)).toBeNull();
      expect(runningDueAt(paused)).toBeNull();
      expect(() => warning(paused, 80, hours(24 * 30))).toThrow("不能预警");
    },
  );

  it("come later by the days of a pause", () => {
    const paused = after(caseIn("UNDER_REVIEW"), usual("requestCorrection", hours(2)));
    const back = after(paused, usual("receiveCorrection", new Date("2026-03-05T02:00:00Z")));

    expect(nextDeadline(back)).toMatchObject({ at: closing("2026-03-10"), percent: 80 });
  });

  it("come anew once an extension has moved the due day", () => {
    const extended = after(warned, usual("extend", closing("2026-03-06")));

    expect(caseClock(extended, closing("2026-03-07"))?.dueOn).toBe("2026-03-23");
    expect(nextDeadline(extended)).toMatchObject({ at: closing("2026-03-18"), percent: 80 });
  });
});

describe("the due day (R087, I-K4)", () => {
  it("is set by acceptance and counted from it, not from the pick-up (R080)", () => {
    expect(caseClock(collected(), hours(1))).toBeNull();
    expect(caseClock(caseIn("ACCEPTED"), hours(1))?.dueOn).toBe("2026-03-09");
    expect(caseClock(after(caseIn("ACCEPTED"), usual("pickUp", hours(48))), hours(49))?.dueOn).toBe("2026-03-09");
  });

  it("stands still for the decision, however late the delivery", () => {
    const decided = caseIn("GRANTED");

    expect(caseClock(decided, hours(24 * 60))).toMatchObject({ state: "STOPPED", overdue: false, dueOn: "2026-03-09" });
    expect(runningDueAt(decided)).toBeNull();
  });

  it("is missed visibly", () => {
    const late: CaseCommand = { ...usual("decide", hours(24 * 30)) };

    expect(caseClock(caseIn("UNDER_REVIEW"), hours(24 * 30))).toMatchObject({ state: "OVERDUE", overdue: true });
    expect(caseClock(after(caseIn("UNDER_REVIEW"), late), hours(24 * 60))).toMatchObject({
      state: "STOPPED",
      overdue: true,
    });
  });
});
