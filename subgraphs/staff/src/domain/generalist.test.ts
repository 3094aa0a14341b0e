import { describe, expect, it } from "vitest";
import { generalistShare, type ZoneWindow, zoneCoverage } from "./generalist.js";

const aWindow = (id: string, zone: string | null, departmentIds: string[], people: Record<string, string[]>) =>
  ({ id, zone, kind: "COMPREHENSIVE", departmentIds, people: new Map(Object.entries(people)) }) satisfies ZoneWindow;

describe("one person on post, every matter handled (全岗通, R162)", () => {
  it("counts, zone by zone, those certified for every department of the zone", () => {
    const coverage = zoneCoverage([
      aWindow("w1", "社会保障", ["civil-affairs"], { a: ["civil-affairs", "medical"], b: ["civil-affairs"] }),
      aWindow("w2", "社会保障", ["medical"], { c: ["medical"], a: ["civil-affairs", "medical"] }),
      aWindow("w3", null, ["water"], { d: ["water"] }),
      aWindow("w4", "金融税务", ["tax"], {}),
    ]);

    expect(coverage).toEqual([
      { zone: null, departmentIds: ["water"], people: 1, certifiedForAll: 1, share: 1 },
      { zone: "社会保障", departmentIds: ["civil-affairs", "medical"], people: 3, certifiedForAll: 1, share: 1 / 3 },
      { zone: "金融税务", departmentIds: ["tax"], people: 0, certifiedForAll: 0, share: null },
    ]);
  });
});

describe("windows that take everything (全科受理, R163)", () => {
  it("are a share of all windows", () => {
    expect(generalistShare([{ kind: "GENERALIST" }, { kind: "DEPARTMENT" }])).toBe(0.5);
    expect(generalistShare([])).toBeNull();
  });
});
