import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DepartmentLoad, planWindows, WindowCountInvalid } from "./windowPlan.js";

const load = (departmentId: string, received: number, field: string | null, matters = 1): DepartmentLoad => ({
  ...{ departmentId, received, field, matters },
});
const loads = fc.uniqueArray(
  fc.record({
    departmentId: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
    received: fc.nat(100),
    field: fc.constantFrom("rural", "safety", null),
    matters: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ departmentId }) => departmentId },
);
const idsOf = (plan: ReturnType<typeof planWindows>) =>
  plan.map(({ departments }) => departments.map(({ departmentId }) => departmentId));

describe("planning windows by a year's volume (R073, R074)", () => {
  it("gives the three windows of 桃山区: who has much alone, the related together", () => {
    const plan = planWindows(
      [
        load("finance", 40, "safety"),
        load("education", 900, "education"),
        load("civil-affairs", 120, "rural"),
        load("water", 30, "rural"),
        load("emergency", 60, "safety"),
        load("agriculture", 90, "rural"),
        load("culture-tourism", 50, "safety"),
      ],
      3,
    );

    expect(idsOf(plan)).toEqual([
      ["education"],
      ["civil-affairs", "agriculture", "water"],
      ["emergency", "culture-tourism", "finance"],
    ]);
    expect(plan.map(({ alone }) => alone)).toEqual([true, false, false]);
  });

  it("puts every department at exactly one window, and never plans more windows than asked for", () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 5 }), (departments, windows) => {
        const plan = planWindows(departments, windows);

        expect(idsOf(plan).flat().sort()).toEqual(departments.map(({ departmentId }) => departmentId).sort());
        expect(plan.length).toBeLessThanOrEqual(windows);
        expect(plan.every(({ departments: at }) => at.length > 0)).toBe(true);
      }),
    );
  });

  it("keeps related departments together but for those that fill a window", () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 5 }), (departments, windows) => {
        const shared = planWindows(departments, windows).filter(({ alone }) => !alone);
        for (const field of ["rural", "safety"]) {
          const at = shared.filter((window) => window.departments.some((each) => each.field === field));

          expect(at.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("does not depend on the order in which departments come", () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 5 }), (departments, windows) => {
        expect(planWindows(departments.toReversed(), windows)).toEqual(planWindows(departments, windows));
      }),
    );
  });

  it("is refused for no window, and for half a one", () => {
    expect(() => planWindows([], 0)).toThrow(WindowCountInvalid);
    expect(() => planWindows([], 1.5)).toThrow(WindowCountInvalid);
  });
});
