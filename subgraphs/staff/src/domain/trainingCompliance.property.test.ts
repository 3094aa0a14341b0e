import { addDays, parsePlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officeHours } from "./roster.fixture.js";
import type { TrainingSession } from "./training.js";
import { missingTrainings, type TrainingRule } from "./trainingCompliance.js";

const rules: TrainingRule[] = (
  [
    ["DISTRICT", "YEAR"],
    ["STREET", "QUARTER"],
    ["VILLAGE", "MONTH"],
  ] as const
).map(([level, period]) => {
  return { regionId: "r", level, period, min: 1, effectiveFrom: "2024-01-01", effectiveTo: null };
});
const kinds = { centre: "CENTRE", street: "STREET_CENTRE", village: "VILLAGE_STATION", mall: "AGENT_POINT" } as const;
const outlets = Object.entries(kinds).map(([id, kind]) => ({
  ...{ id, kind, regionId: "r", parentId: null, partnerKind: null, name: id, nameEn: id, locality: id },
  ...{ address: "", phone: "", hours: officeHours, hoursText: "", hoursTextEn: "", lists: [], facilities: [] },
  coordinates: null,
  ...{ openedOn: "2021-08-11", closedOn: null },
}));
const held = (outletId: string, heldOn: string, departmentId: string | null = null): TrainingSession => ({
  id: `${outletId}-${heldOn}`,
  outletId,
  level: "VILLAGE",
  departmentId,
  heldOn,
  topics: ["PLATFORM_USE"],
  form: "HANDS_ON",
  attendeeIds: ["a"],
});
const asOf = parsePlainDate("2026-03-02");
const missing = (sessions: readonly TrainingSession[], day = asOf) =>
  missingTrainings(rules, outlets, sessions, day).map(({ outletId, period }) => `${outletId} ${period}`);

const start = parsePlainDate("2024-06-01");
const aSession = fc
  .tuple(fc.constantFrom(...Object.keys(kinds)), fc.integer({ min: 0, max: 700 }))
  .map(([outletId, days]) => held(outletId, addDays(start, days)));

describe("training compliance (R155)", () => {
  it("lists a year, four quarters and twelve months where nothing was held", () => {
    expect(missing([])).toHaveLength(1 + 4 + 12);
    expect(missing([])).toContain("village 2026-02");
    expect(missing([])).not.toContain("village 2026-03");
  });

  it("counts the first and the last day of a period, and no other", () => {
    expect(missing([held("street", "2025-10-01")])).not.toContain("street 2025-Q4");
    expect(missing([held("street", "2025-12-31")])).not.toContain("street 2025-Q4");
    expect(missing([held("street", "2026-01-01")])).toContain("street 2025-Q4");
  });

  it("does not count a department's training before the post (R208)", () => {
    expect(missing([held("centre", "2025-05-05", "civil-affairs")])).toContain("centre 2025");
  });

  it("is monotone: one more session never adds a missing period (I-S11)", () => {
    fc.assert(
      fc.property(fc.array(aSession, { maxLength: 30 }), aSession, (sessions, more) => {
        const before = new Set(missing(sessions));
        for (const each of missing([...sessions, more])) expect(before).toContain(each);
      }),
    );
  });

  it("depends only on sessions in the periods counted (I-S11)", () => {
    fc.assert(
      fc.property(fc.array(aSession, { maxLength: 30 }), (sessions) => {
        const counted = sessions.filter(({ heldOn }) => heldOn >= "2025-01-01" && heldOn < "2026-03-01");
        expect(missing(sessions)).toEqual(missing(counted));
      }),
    );
  });
});
