import { describe, expect, it } from "vitest";
import { bundleCounts, exampleBundles } from "./exampleBundles.js";
import { exampleGuide, exampleGuideCatalogue, exampleMatters } from "./exampleCatalogue.js";
import { adoption } from "./guideCatalogue.js";
import { checkGuide } from "./guideGate.js";
import { parseHandlingItemCode } from "./matterCode.js";

describe("邹城市's guide catalogues", () => {
  it.each([
    ["TOWN", 355],
    ["VILLAGE", 62],
  ] as const)("of level %s have exactly %i entries, all adopted (R026)", (level, count) => {
    const codes = exampleGuideCatalogue(level).map(({ basicCode }) => basicCode);

    expect(new Set(codes)).toHaveLength(count);
    expect(adoption(codes, exampleMatters(level))).toEqual({ adopted: codes, missing: [], undeclared: [] });
  });

  it("consist of matters with valid codes and a guide that may be published (I-C2, R027)", () => {
    for (const { handlingItemCode, exerciseLevel } of exampleMatters("TOWN")) {
      expect(parseHandlingItemCode(handlingItemCode).level).toBe(exerciseLevel);
    }
    expect(() => checkGuide("m", exampleGuide, new Set())).not.toThrow();
  });

  it("are the same every time", () => {
    expect(exampleMatters("VILLAGE")).toEqual(exampleMatters("VILLAGE"));
  });
});

describe("泗阳县's bundles", () => {
  it("are filled up to 8 and 122, each with two matters and a combination of its own (R068)", () => {
    const ids = Array.from({ length: 19 }, (_, index) => `m${index}`);

    const bundles = exampleBundles([], "siyang", ids);

    expect(Map.groupBy(bundles, ({ origin }) => origin).get("PROVINCE_CITY")).toHaveLength(bundleCounts.PROVINCE_CITY);
    expect(bundles).toHaveLength(8 + 122);
    expect(new Set(bundles.map(({ matterIds }) => matterIds.join()))).toHaveLength(130);
  });
});
