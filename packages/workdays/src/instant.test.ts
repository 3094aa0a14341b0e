import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidClockTime, minuteOf, parseClockTime, timeOfMinute } from "./clockTime.js";
import { instantOf, instantOfMinute, officeDay, officeMinute } from "./instant.js";
import { parsePlainDate } from "./plainDate.js";
import { anyDay } from "./testing/anyClock.js";

describe("office time", () => {
  it("is eight hours ahead of UTC", () => {
    expect(officeDay(new Date("2026-03-01T15:59:59.999Z"))).toBe("2026-03-01");
    expect(officeDay(new Date("2026-03-01T16:00:00Z"))).toBe("2026-03-02");
    expect(officeMinute(new Date("2026-03-01T16:00:59Z"))).toBe(0);
    expect(instantOf(parsePlainDate("2026-03-02"), "08:30")).toEqual(new Date("2026-03-02T00:30:00Z"));
  });

  it("agrees with the time-zone database", () => {
    const shanghai = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Asia/Shanghai",
      dateStyle: "short",
      timeStyle: "short",
    });
    fc.assert(
      fc.property(fc.date({ min: new Date("1992-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }), (at) => {
        expect(`${officeDay(at)} ${timeOfMinute(officeMinute(at))}`).toBe(shanghai.format(at));
      }),
    );
  });

  it("turns a day and a minute into an instant and back", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1_439 }), (day, minute) => {
        const at = instantOfMinute(day, minute);
        expect([officeDay(at), officeMinute(at)]).toEqual([day, minute]);
      }),
    );
  });
});

describe("a time of the day", () => {
  it.each(["24:01", "8:30", "12:60", "noon", ""])("refuses %j", (text) => {
    expect(() => parseClockTime(text)).toThrow(InvalidClockTime);
  });

  it("has minutes, up to the end of the day", () => {
    expect(["00:00", "08:30", "24:00"].map((text) => minuteOf(parseClockTime(text)))).toEqual([0, 510, 1_440]);
    expect(timeOfMinute(1_440)).toBe("24:00");
  });
});
