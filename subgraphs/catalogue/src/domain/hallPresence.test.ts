import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hallPresence } from "./hallPresence.js";

const departments = ["civil-affairs", "water", "police"];
const someMatters = fc
  .array(fc.constantFrom(...departments), { maxLength: 20 })
  .map((owners) => owners.map((departmentId, index) => ({ id: `m${index}`, departmentId })));

describe("being in the hall is the default (R053)", () => {
  it("lists what is due and absent, and leaves out what is exempt", () => {
    const matters = departments.map((departmentId) => ({ id: `${departmentId}-1`, departmentId }));

    expect(hallPresence(matters, new Set(["water"]), new Set(["police-1"]))).toEqual({
      present: ["water-1"],
      absent: ["civil-affairs-1"],
      exempt: ["police-1"],
    });
  });

  it("has every matter present, absent or exempt, and none twice", () => {
    fc.assert(
      fc.property(someMatters, fc.subarray(departments), fc.nat(19), (matters, came, until) => {
        const exempted = new Set(matters.slice(0, until).map(({ id }) => id));
        const { present, absent, exempt } = hallPresence(matters, new Set(came), exempted);

        expect([...present, ...absent, ...exempt].sort()).toEqual(matters.map(({ id }) => id).sort());
      }),
    );
  });

  it("never has its rate lowered by an exemption of what is absent", () => {
    fc.assert(
      fc.property(someMatters, fc.subarray(departments), (matters, came) => {
        const rate = (exempted: readonly string[]) => {
          const { present, absent } = hallPresence(matters, new Set(came), new Set(exempted));
          return present.length / Math.max(1, present.length + absent.length);
        };
        const { absent } = hallPresence(matters, new Set(came), new Set());

        expect(rate(absent.slice(0, 1))).toBeGreaterThanOrEqual(rate([]));
      }),
    );
  });
});
