import { describe, expect, it } from "vitest";
import { OutletTakesNoBundles } from "./bundleRefusals.js";
import { requireTakesBundle, takesBundles, type WindowFacts } from "./bundleWindow.js";

const matters = ["agriculture", "water"].map((departmentId) => ({ departmentId }));
const window = (kind: string, ...departmentIds: string[]): WindowFacts => ({ kind, departmentIds });
const asked =
  (...windows: WindowFacts[]) =>
  () =>
    requireTakesBundle({ outletId: "hall", windows }, { bundleId: "farm", matters });

describe("an outlet that takes a bundle online (R071)", () => {
  it("has one window for bundles that serves all departments concerned", () => {
    expect(asked(window("DEPARTMENT", "water"), window("ONE_THING", "water", "agriculture", "finance"))).not.toThrow();
    expect(asked(window("COMPREHENSIVE", "agriculture", "water"))).not.toThrow();
  });

  it.each([
    ["no window", asked()],
    ["windows that take no bundles", asked(window("DEPARTMENT", "agriculture", "water"))],
    ["windows that each serve a part", asked(window("ONE_THING", "water"), window("COMPREHENSIVE", "agriculture"))],
  ])("does not have %s", (_, act) => {
    expect(act).toThrow(OutletTakesNoBundles);
  });

  it("takes bundles at one-thing and comprehensive windows only", () => {
    const kinds = ["COMPREHENSIVE", "DEPARTMENT", "GENERALIST", "ONE_THING", "GREEN_LANE"];

    expect(kinds.filter(takesBundles)).toEqual(["COMPREHENSIVE", "ONE_THING"]);
  });
});
