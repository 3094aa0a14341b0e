import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outlet } from "./outlet.js";
import { officeHours } from "./roster.fixture.js";
import { coveredShare, type Settlement, serviceCircle, type TravelTime } from "./serviceCircle.js";

const DAY = "2026-03-02";
const settlement = (id: string, given: Partial<Settlement> = {}): Settlement => ({
  ...{ id, regionId: "taoshan", name: id, nameEn: id, coordinates: { latitude: 30, longitude: 125 } },
  ...given,
});
const outlet = (id: string, given: Partial<Outlet> = {}): Outlet => ({
  ...{ id, regionId: "taoshan", parentId: null, kind: "STREET_CENTRE", partnerKind: null, name: id, nameEn: id },
  ...{ locality: id, address: id, phone: "0", coordinates: { latitude: 30.01, longitude: 125 } },
  ...{ hours: officeHours, hoursText: "", hoursTextEn: "", lists: [], facilities: [] },
  ...{ openedOn: "2021-08-11", closedOn: null },
  ...given,
});
const way = (settlementId: string, outletId: string, minutes: number): TravelTime => ({
  settlementId,
  outletId,
  minutes,
});

const villages = ["v0", "v1", "v2"].map((id) => settlement(id));
const ways = fc.uniqueArray(
  fc.record({
    settlementId: fc.constantFrom("v0", "v1", "v2"),
    outletId: fc.constantFrom("o0", "o1", "o2", "o3"),
    minutes: fc.integer({ min: 1, max: 40 }),
  }),
  { selector: ({ settlementId, outletId }) => `${settlementId} ${outletId}`, maxLength: 12 },
);
const some = fc.subarray(["o0", "o1", "o2", "o3"]).map((ids) => ids.map((id) => outlet(id)));
const idsOf = (reaches: readonly { readonly settlement: Settlement }[]) =>
  reaches.map(({ settlement }) => settlement.id);

describe("the service circle (R005)", () => {
  it("covers whom a measured way of at most the minutes leads to an outlet that exists, and puts everybody in one part", () => {
    fc.assert(
      fc.property(ways, some, fc.integer({ min: 1, max: 40 }), (times, outlets, minutes) => {
        const circle = serviceCircle(villages, times, outlets, DAY, minutes);

        for (const { id } of villages) {
          const own = times.filter((each) => each.settlementId === id && outlets.some((o) => o.id === each.outletId));
          const shortest = Math.min(...own.map((each) => each.minutes));
          expect(idsOf(circle.covered).includes(id)).toBe(shortest <= minutes);
          expect(idsOf(circle.unmeasured).includes(id)).toBe(own.length === 0);
        }
        const parts = [circle.covered, circle.uncovered, circle.unmeasured].flatMap(idsOf);
        expect(parts.sort()).toEqual(["v0", "v1", "v2"]);
      }),
    );
  });

  it("never gets smaller by another outlet or by more minutes", () => {
    fc.assert(
      fc.property(ways, some, fc.integer({ min: 1, max: 39 }), (times, outlets, minutes) => {
        const share = (places: readonly Outlet[], limit: number) =>
          coveredShare(serviceCircle(villages, times, places, DAY, limit)) ?? 0;

        expect(share(outlets, minutes + 1)).toBeGreaterThanOrEqual(share(outlets, minutes));
        expect(share([...outlets, outlet("o9")], minutes)).toBeGreaterThanOrEqual(share(outlets, minutes));
      }),
    );
  });

  it.each([
    ["an outlet that was closed", { closedOn: "2026-03-02" }],
    ["an outlet that is not open yet", { openedOn: "2026-03-03" }],
    ["a terminal", { kind: "SELF_SERVICE_TERMINAL" as const }],
  ])("does not count the way to %s", (_, given) => {
    const { unmeasured } = serviceCircle([settlement("v")], [way("v", "o", 5)], [outlet("o", given)], DAY);

    expect(unmeasured).toMatchObject([{ settlement: { id: "v" }, outlet: null, minutes: null }]);
  });

  it("guesses no minutes from the distance, but names the outlet to which a way ought to be measured first", () => {
    const far = outlet("far", { coordinates: { latitude: 30.2, longitude: 125 } });
    const [village, nowhere] = [settlement("v"), settlement("w", { coordinates: null })];

    const { covered, unmeasured } = serviceCircle([village, nowhere], [], [far, outlet("near")], DAY);

    expect(covered).toEqual([]);
    expect(unmeasured).toMatchObject([
      { outlet: { id: "near" }, minutes: null, distance: 1112 },
      { outlet: null, minutes: null, distance: null },
    ]);
  });

  it("has no share where nobody lives", () => {
    expect(coveredShare(serviceCircle([], [], [], DAY))).toBeNull();
  });
});
