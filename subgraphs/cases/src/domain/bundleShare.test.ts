import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundleShare } from "./bundleShare.js";

describe("the share of bundles in a year's cases (R070)", () => {
  it("is met at exactly one half and not below, in each of its readings", () => {
    expect(bundleShare({ cases: 1000, subCases: 499, bundles: 200 }).byCase).toMatchObject({
      value: 0.499,
      met: false,
    });
    expect(bundleShare({ cases: 1000, subCases: 500, bundles: 200 }).byCase).toMatchObject({ value: 0.5, met: true });
    expect(bundleShare({ cases: 100, subCases: 60, bundles: 39 }).bySubmission).toMatchObject({
      whole: 79,
      met: false,
    });
    expect(bundleShare({ cases: 100, subCases: 60, bundles: 40 }).bySubmission).toMatchObject({ whole: 80, met: true });
  });

  it("is unknown where nothing was handed in", () => {
    expect(bundleShare({ cases: 0, subCases: 0, bundles: 0 })).toEqual({
      byCase: { part: 0, whole: 0, value: null, met: null },
      bySubmission: { part: 0, whole: 0, value: null, met: null },
    });
  });

  it("counts a bundle's work at least as high as its submission", () => {
    const counts = fc
      .record({ alone: fc.nat(500), sizes: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 200 }) })
      .map(({ alone, sizes }) => {
        const subCases = sizes.reduce((sum, size) => sum + size, 0);
        return { cases: alone + subCases, subCases, bundles: sizes.length };
      });
    fc.assert(
      fc.property(counts, (given) => {
        const { byCase, bySubmission } = bundleShare(given);
        expect(byCase.value ?? 0).toBeGreaterThanOrEqual(bySubmission.value ?? 0);
      }),
    );
  });
});
