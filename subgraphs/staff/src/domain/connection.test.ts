import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { describe, expect, it } from "vitest";
import { connectionAt } from "./connection.js";
import { at, officeHours } from "./roster.fixture.js";

const state = (lastAt: Date | null, now: Date) => connectionAt(officeHours, lastAt, now, officialCalendar);

describe("an outlet's connection (R202)", () => {
  it("is up while it was heard of within ten minutes, down after that", () => {
    expect(state(at("09:21"), at("09:30"))).toBe("ONLINE");
    expect(state(at("09:20"), at("09:30"))).toBe("OFFLINE");
  });

  it("is not missed while the outlet is closed, nor in the first ten minutes after it opens", () => {
    expect(state(at("11:55"), at("12:30"))).toBe("CLOSED");
    expect(state(at("11:55"), at("13:35"))).toBe("CLOSED");
    expect(state(at("11:55"), at("13:41"))).toBe("OFFLINE");
    expect(state(at("16:55", "2026-02-27"), at("09:00", "2026-03-01"))).toBe("CLOSED");
  });

  it("is not watched before it has ever reported", () => {
    expect(state(null, at("09:30"))).toBe("UNKNOWN");
  });
});
