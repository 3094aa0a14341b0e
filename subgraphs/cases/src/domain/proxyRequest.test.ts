import fc from "fast-check";
import { expect, it } from "vitest";
import { changedProxyRequest, directionOf, type OutletPlace, type ProxyRequest } from "./proxyRequest.js";

const places: readonly OutletPlace[] = [
  { outletId: "district", kind: "CENTRE", regionId: "r", parentId: null },
  { outletId: "street", kind: "STREET_CENTRE", regionId: "r", parentId: "district" },
  { outletId: "village", kind: "VILLAGE_STATION", regionId: "r", parentId: "street" },
  { outletId: "other-village", kind: "VILLAGE_STATION", regionId: "r", parentId: "street" },
];
const at = new Date("2026-03-02T01:30:00.000Z");
const opened: ProxyRequest = {
  ...{
    id: "p1",
    matterId: "m",
    outletId: "village",
    openedAtOutletId: "village",
    mode: "FULL_PROXY",
    channel: "PHONE",
  },
  ...{ keyGroup: null, services: [], applicantId: null, authorisation: null, handovers: [], caseId: null },
  ...{ result: null, fedBackBy: null, openedAt: at, openedById: "agent", closedAt: null, version: 1 },
};

it("a request stays one wherever it is passed, and its trail leads from where it began to who has it now (R003)", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...places), { maxLength: 10 }), (route) => {
      let current = opened;
      for (const to of route) {
        if (to.outletId === current.outletId) continue;
        const from = places.find(({ outletId }) => outletId === current.outletId) ?? null;
        current = changedProxyRequest(current, { type: "handOver", from, to, reason: "示例", byId: "agent", at });
      }

      expect(current.id).toBe(opened.id);
      const trail = current.handovers.map(({ fromOutletId, toOutletId }) => [fromOutletId, toOutletId]);
      const stations = ["village", ...trail.map(([, to]) => to)];
      expect(trail).toEqual(stations.slice(1).map((to, n) => [stations[n], to]));
      expect(current.outletId).toBe(stations.at(-1));
      expect(current.version).toBe(1 + trail.length);
    }),
  );
});

it("a handover goes up to one's parent, down to one's child, and sideways to everybody else (R003)", () => {
  const [district, street, village, otherVillage] = places as [OutletPlace, OutletPlace, OutletPlace, OutletPlace];

  expect([directionOf(village, street), directionOf(street, district)]).toEqual(["UP", "UP"]);
  expect(directionOf(street, village)).toBe("DOWN");
  expect([directionOf(village, otherVillage), directionOf(village, district)]).toEqual(["SIDEWAYS", "SIDEWAYS"]);
});
