import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nothing, onlineShare, type Place, threeLevelReport, type Volume } from "./threeLevels.js";

const volume = fc.record<Volume>({
  ...{ received: fc.nat(50), closed: fc.nat(50), online: fc.nat(50), simpleClosed: fc.nat(50), proxied: fc.nat(50) },
});

/** A centre, its towns and points, and villages below the towns, each with what it received. */
const regions = fc
  .array(fc.record({ kind: fc.constantFrom("STREET_CENTRE", "AGENT_POINT", "PARTNER_OUTLET"), villages: fc.nat(3) }), {
    maxLength: 5,
  })
  .map((towns): Place[] => [
    { id: "hall", kind: "CENTRE", parentId: null },
    ...towns.flatMap(({ kind, villages }, town) => [
      { id: `t${town}`, kind, parentId: "hall" },
      ...Array.from({ length: kind === "STREET_CENTRE" ? villages : 0 }, (_, village) => ({
        ...{ id: `t${town}v${village}`, kind: "VILLAGE_STATION", parentId: `t${town}` },
      })),
    ]),
  ])
  .chain((places) =>
    fc.tuple(...places.map(() => volume)).map((volumes) => ({
      places,
      volumes: places.map(({ id }, n) => ({ outletId: id, ...(volumes[n] as Volume) })),
    })),
  );
const received = (lines: readonly { readonly received: number }[]) =>
  lines.reduce((all, line) => all + line.received, 0);

describe("the report of three levels (R132, R212)", () => {
  it("adds up: the region is the sum of its levels, and of all its places", () => {
    fc.assert(
      fc.property(regions, ({ places, volumes }) => {
        const report = threeLevelReport(places, volumes);

        expect(report.total.received).toBe(received(volumes));
        expect(received(report.levels)).toBe(report.total.received);
        expect(report.levels.reduce((all, { outlets }) => all + outlets, 0)).toBe(places.length);
        expect(report.simpleAtVillage ?? 0).toSatisfy((share: number) => share >= 0 && share <= 1);
      }),
    );
  });

  it("gives every place its own and the sum of its children", () => {
    fc.assert(
      fc.property(regions, ({ places, volumes }) => {
        const report = threeLevelReport(places, volumes);
        const line = (id: string) => report.places.find(({ outletId }) => outletId === id);
        for (const { id } of places) {
          const below = places.filter(({ parentId }) => parentId === id).map((child) => line(child.id)?.total);

          expect(line(id)?.total.closed).toBe(
            (line(id)?.own.closed ?? 0) + below.reduce((all, total) => all + (total?.closed ?? 0), 0),
          );
        }
      }),
    );
  });

  it("does not depend on the order of places", () => {
    fc.assert(
      fc.property(regions, ({ places, volumes }) => {
        const { total, levels } = threeLevelReport(places.toReversed(), volumes.toReversed());

        expect({ total, levels }).toEqual({
          total: threeLevelReport(places, volumes).total,
          levels: threeLevelReport(places, volumes).levels,
        });
      }),
    );
  });

  it("counts points and partners on the level they stand on, and shares of something only", () => {
    const places = [
      { id: "hall", kind: "CENTRE", parentId: null },
      { id: "town", kind: "STREET_CENTRE", parentId: "hall" },
      { id: "bank", kind: "PARTNER_OUTLET", parentId: "town" },
      { id: "terminal", kind: "SELF_SERVICE_TERMINAL", parentId: "hall" },
    ];

    const { places: lines } = threeLevelReport(places, []);

    expect(lines.map(({ level }) => level)).toEqual(["DISTRICT", "TOWN", "TOWN", "DISTRICT"]);
    expect(onlineShare({ ...nothing, received: 4, online: 1 })).toBe(0.25);
    expect(onlineShare(nothing)).toBeNull();
  });
});
