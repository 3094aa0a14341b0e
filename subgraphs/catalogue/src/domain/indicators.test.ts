import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Measured, minimality, minimalityByDepartment } from "./indicators.js";
import { compare, rational } from "./rational.js";

const wd = (value: number) => ({ value, unit: "WORKING_DAY" }) as const;
const aMatter = (given: Partial<Measured> = {}): Measured => ({
  departmentId: "d",
  promisedLimit: wd(5),
  statutoryLimit: wd(10),
  materials: 7,
  steps: 4,
  baseline: { materials: 10, steps: 5 },
  ...given,
});

const limit = fc.record({
  value: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom("WORKING_DAY" as const, "CALENDAR_DAY" as const, "MONTH" as const, "HOUR" as const),
});
const someMatter: fc.Arbitrary<Measured> = fc.record({
  departmentId: fc.constantFrom("a", "b", "c"),
  promisedLimit: limit,
  statutoryLimit: fc.option(limit),
  materials: fc.nat(20),
  steps: fc.nat(8),
  baseline: fc.record({ materials: fc.nat(20), steps: fc.nat(8) }),
});
const someMatters = fc.array(someMatter, { maxLength: 12 });

describe("the three minimality indicators", () => {
  it("are met exactly at 50 %, 30 % and 20 % (R033, R034, R035)", () => {
    const { time, materials, steps } = minimality([aMatter()]);

    expect([time.value, materials.value, steps.value]).toEqual([rational(1, 2), rational(3, 10), rational(1, 5)]);
    expect([time.met, materials.met, steps.met]).toEqual([true, true, true]);
  });

  it("are missed at 49.9 % (R033)", () => {
    expect(minimality([aMatter({ promisedLimit: wd(501), statutoryLimit: wd(1000) })]).time.met).toBe(false);
  });

  it("are taken over all matters together, not averaged (R033 整体)", () => {
    const { time } = minimality([
      aMatter({ promisedLimit: wd(1), statutoryLimit: wd(100) }),
      aMatter({ promisedLimit: wd(1), statutoryLimit: wd(1) }),
    ]);

    expect(time.value).toEqual(rational(99, 101));
  });

  it("have no value where there was nothing to cut", () => {
    expect(minimality([]).time).toMatchObject({ value: null, met: null, counted: 0 });
    expect(minimality([aMatter({ statutoryLimit: null })]).time).toMatchObject({ value: null, counted: 0 });
  });

  it("do not depend on the order of matters (I-C8)", () => {
    fc.assert(
      fc.property(someMatters, (matters) => {
        expect(minimality(matters.toReversed())).toEqual(minimality(matters));
      }),
    );
  });

  it("never fall when a limit, a material or a step is cut (I-C8)", () => {
    fc.assert(
      fc.property(someMatters, someMatter, fc.nat(20), (others, matter, cut) => {
        const leaner = {
          ...matter,
          promisedLimit: { ...matter.promisedLimit, value: Math.max(0, matter.promisedLimit.value - cut) },
          materials: Math.max(0, matter.materials - cut),
          steps: Math.max(0, matter.steps - cut),
        };
        const before = minimality([...others, matter]);
        const after = minimality([...others, leaner]);
        for (const key of ["time", "materials", "steps"] as const) {
          const [was, is] = [before[key].value, after[key].value];
          if (was && is) expect(compare(is, was)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("are given for every department that has a matter, from its own matters alone (R037)", () => {
    fc.assert(
      fc.property(someMatters, (matters) => {
        for (const { departmentId, minimality: own } of minimalityByDepartment(matters)) {
          expect(own).toEqual(minimality(matters.filter((matter) => matter.departmentId === departmentId)));
        }
      }),
    );
  });
});
