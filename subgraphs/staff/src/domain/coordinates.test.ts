import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxAround, type Coordinates, distanceBetween, isWithin, requireInCountry } from "./coordinates.js";

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const aPoint: fc.Arbitrary<Coordinates> = fc.record({ latitude: degrees(90), longitude: degrees(180) });

describe("the distance between two points", () => {
  it.each([
    ["one degree of latitude", { latitude: 30, longitude: 125 }, { latitude: 31, longitude: 125 }, 111_195],
    ["one degree of longitude at 60°", { latitude: 60, longitude: 10 }, { latitude: 60, longitude: 11 }, 55_597],
    ["half the world", { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, 20_015_115],
    ["across ±180°", { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111_195],
  ])("of %s is known", (_, a, b, metres) => {
    expect(Math.abs(distanceBetween(a, b) - metres)).toBeLessThan(1);
  });

  it("is the same both ways, none to itself, and never longer by a detour", () => {
    const near = fc.record({ latitude: degrees(60), longitude: degrees(60) }); // at the other end of the world metres are rounded away
    fc.assert(
      fc.property(near, near, near, (a, b, c) => {
        expect(distanceBetween(a, a)).toBe(0);
        expect(distanceBetween(a, b)).toBeCloseTo(distanceBetween(b, a), 3);
        expect(distanceBetween(a, c)).toBeLessThanOrEqual(distanceBetween(a, b) + distanceBetween(b, c) + 0.01);
      }),
    );
  });
});

describe("the box around a point", () => {
  it("holds everything that is within the distance", () => {
    const offset = fc.record({ north: degrees(3), east: degrees(180) });
    fc.assert(
      fc.property(aPoint, offset, fc.integer({ min: 1, max: 200_000 }), (centre, { north, east }, metres) => {
        const latitude = Math.max(-90, Math.min(90, centre.latitude + north));
        const longitude = ((centre.longitude + east + 540) % 360) - 180;
        fc.pre(distanceBetween(centre, { latitude, longitude }) <= metres);

        expect(isWithin({ latitude, longitude }, boxAround(centre, metres))).toBe(true);
      }),
    );
  });

  it("is no wider than it has to be", () => {
    const { south, north, west, east } = boxAround({ latitude: 30, longitude: 125 }, 1_000);

    expect(distanceBetween({ latitude: south, longitude: 125 }, { latitude: north, longitude: 125 })).toBeCloseTo(
      2_000,
      1,
    );
    expect(distanceBetween({ latitude: 30, longitude: west }, { latitude: 30, longitude: east })).toBeCloseTo(2_000, 1);
  });
});

describe("the coordinates of an outlet", () => {
  it("are found out when they are swapped", () => {
    const inCountry = fc.record({
      latitude: fc.double({ min: 3, max: 54, noNaN: true }),
      longitude: fc.double({ min: 73, max: 136, noNaN: true }),
    });
    fc.assert(
      fc.property(inCountry, ({ latitude, longitude }) => {
        expect(requireInCountry({ latitude, longitude })).toEqual({ latitude, longitude });
        expect(() => requireInCountry({ latitude: longitude, longitude: latitude })).toThrow();
      }),
    );
  });
});
