import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Appraisee, appraisingBodies, appraisingBodyOf, speaksFor } from "./appraiser.js";
import { type OutletKind, outletKinds } from "./outlet.js";
import { type Placement, stationOn } from "./station.js";

const officer: Appraisee = { staffId: "a", homeDepartmentId: "civil-affairs", police: false };
const stay = (kind: OutletKind, from: string, until: string | null = null): Placement => ({
  ...{ postId: `${kind}-${from}`, outletId: "o", kind, parentId: null, from, until },
});
const bodyOn = (day: string, placements: readonly Placement[], appraisee = officer) => {
  const station = stationOn(placements, day);
  return station && appraisingBodyOf(appraisee, station, day);
};

describe("who appraises somebody in the hall (R167)", () => {
  it.each([
    ["2025-09-30", "2026-03-29", "HOME_UNIT"],
    ["2025-09-30", "2026-03-30", "CENTRE"],
    ["2025-08-31", "2026-02-27", "HOME_UNIT"],
    ["2025-08-31", "2026-02-28", "CENTRE"],
    ["2023-08-29", "2024-02-28", "HOME_UNIT"],
    ["2023-08-29", "2024-02-29", "CENTRE"],
  ])("there since %s, on %s: %s", (since, day, body) => {
    expect(bodyOn(day, [stay("CENTRE", since)])).toBe(body);
  });

  it("counts from the first of posts that follow each other, and anew after a break", () => {
    const first = stay("CENTRE", "2025-01-01", "2026-01-01");

    expect(bodyOn("2026-02-01", [first, stay("SUB_CENTRE", "2026-01-01")])).toBe("CENTRE");
    expect(bodyOn("2026-02-01", [first, stay("CENTRE", "2026-01-02")])).toBe("HOME_UNIT");
  });
});

describe("who appraises elsewhere (R168)", () => {
  it("is the town for its people and its villages', and both for police", () => {
    const since = "2026-01-01";

    expect(bodyOn("2026-03-31", [stay("STREET_CENTRE", since)])).toBe("TOWN");
    expect(bodyOn("2026-03-31", [stay("VILLAGE_STATION", since)])).toBe("TOWN");
    expect(bodyOn("2026-03-31", [stay("STREET_CENTRE", since)], { ...officer, police: true })).toBe(
      "TOWN_AND_HOME_UNIT",
    );
  });

  it("is exactly one body for everybody who is on post (I-S10)", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...outletKinds),
        fc.boolean(),
        fc.integer({ min: 0, max: 900 }),
        (kind, police, days) => {
          const day = new Date(Date.parse("2024-01-01") + days * 86_400_000).toISOString().slice(0, 10);
          expect(appraisingBodies).toContain(bodyOn(day, [stay(kind, "2024-01-01")], { ...officer, police }));
        },
      ),
    );
  });
});

describe("who speaks for the body", () => {
  const caller = (claims: Record<string, string>) =>
    ({ kind: "STAFF", subject: "x", scopes: [], claims: { staffId: "x", outletId: "hall", ...claims } }) as const;
  const speaks = (claims: Record<string, string>, body: (typeof appraisingBodies)[number]) =>
    speaksFor(caller(claims), body, officer, ["hall"]);

  it("is the centre's director for the centre, the home department's for the home unit, never oneself (R167)", () => {
    expect(speaks({ role: "CENTRE_DIRECTOR" }, "CENTRE")).toBe(true);
    expect(speaks({ role: "CENTRE_DIRECTOR" }, "HOME_UNIT")).toBe(false);
    expect(speaks({ role: "DIRECTOR", departmentId: "civil-affairs" }, "HOME_UNIT")).toBe(true);
    expect(speaks({ role: "DIRECTOR", departmentId: "water" }, "HOME_UNIT")).toBe(false);
    expect(speaks({ role: "CENTRE_DIRECTOR", staffId: "a" }, "CENTRE")).toBe(false);
    expect(speaks({ role: "CENTRE_DIRECTOR", outletId: "elsewhere" }, "CENTRE")).toBe(false);
    expect(speaks({ role: "SUPERVISOR" }, "CENTRE")).toBe(false);
  });
});
