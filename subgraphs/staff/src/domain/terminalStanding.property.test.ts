import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { aroundTheClock } from "@yimen/workdays/openingHours";
import { isOpen } from "@yimen/workdays/openNow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, officeHours } from "./roster.fixture.js";
import type { TerminalRule } from "./terminal.js";
import { isStale, offlineFrom, standingOf } from "./terminalStanding.js";

const MINUTE = 60_000;
const rule = (given: Partial<TerminalRule> = {}): TerminalRule => ({
  ...{ regionId: "taoshan", offlineMinutes: 15, verifyDays: 30, effectiveFrom: "2021-08-11", effectiveTo: null },
  ...given,
});
const start = at("00:00", "2026-02-12").getTime(); // before Spring Festival, which is closed for nine days
const someMinute = fc.integer({ min: 0, max: 20 * 1_440 }).map((minute) => new Date(start + minute * MINUTE));

/** Opening minutes of a stretch, one by one. */
function openMinutes(hours: typeof officeHours, from: Date, to: Date): number {
  let count = 0;
  for (let minute = from.getTime(); minute < to.getTime(); minute += MINUTE)
    if (isOpen(hours, new Date(minute), officialCalendar)) count += 1;
  return count;
}

describe("a terminal's silence (R019)", () => {
  it.each([
    ["office hours", officeHours],
    ["around the clock", aroundTheClock],
  ])("is too long from the instant at which the region's opening minutes are over: %s", (_, hours) => {
    fc.assert(
      fc.property(someMinute, fc.integer({ min: 1, max: 600 }), (heardAt, minutes) => {
        const from = offlineFrom(hours, heardAt, minutes, officialCalendar) as Date;

        expect(openMinutes(hours, heardAt, from)).toBe(minutes);
        expect(openMinutes(hours, heardAt, new Date(from.getTime() - MINUTE))).toBe(minutes - 1);
      }),
      { numRuns: 60 },
    );
  });

  it("is an alert from then on until it is heard of, at night too, and available is what is heard of with open doors", () => {
    fc.assert(
      fc.property(someMinute, someMinute, (one, other) => {
        const [heardAt, now] = one < other ? [one, other] : [other, one];
        const silent = openMinutes(officeHours, heardAt, now);

        const { state, offlineSince } = standingOf({ heardAt }, officeHours, rule(), now, officialCalendar);

        const heard = isOpen(officeHours, now, officialCalendar) ? "ONLINE" : "CLOSED";
        expect(state).toBe(silent >= 15 ? "OFFLINE" : heard);
        expect(offlineSince !== null).toBe(state === "OFFLINE");
      }),
      { numRuns: 60 },
    );
  });

  it("says nothing of a terminal that was never heard of, nor where the region set no limit", () => {
    const now = at("11:00");

    expect(standingOf({ heardAt: null }, officeHours, rule(), now, officialCalendar).state).toBe("UNKNOWN");
    expect(standingOf({ heardAt: at("08:30") }, officeHours, null, now, officialCalendar).state).toBe("UNKNOWN");
  });
});

describe("what is known of a terminal (R020)", () => {
  it.each([
    ["2026-03-04", 30, false],
    ["2026-03-05", 30, true],
    ["2026-03-05", 31, false],
  ])("is stale after the region's days: on %s with %i days", (day, verifyDays, stale) => {
    const verifiedAt = at("16:00", "2026-02-02");

    expect(isStale({ installedOn: "2025-01-01", verifiedAt }, rule({ verifyDays }), day)).toBe(stale);
  });

  it("ages from the installation as long as nobody verified it", () => {
    const unverified = { installedOn: "2026-02-02", verifiedAt: null };

    expect(isStale(unverified, rule(), "2026-03-04")).toBe(false);
    expect(isStale(unverified, rule(), "2026-03-05")).toBe(true);
    expect(isStale(unverified, null, "2030-01-01")).toBe(false);
  });
});
