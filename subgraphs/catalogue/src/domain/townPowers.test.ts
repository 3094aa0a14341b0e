import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExerciseLevel } from "./exerciseLevel.js";
import type { MatterList } from "./matter.js";
import { levelVolumes, matterVolumes, presentButNotAuthorised } from "./townPowers.js";

const aMatter = (id: string, exerciseLevel: ExerciseLevel = "COUNTY", ...lists: MatterList[]) => ({
  id,
  exerciseLevel,
  lists,
});

describe("what towns take and may not decide (R052)", () => {
  it("is what is taken there, exercised above, and not delegated", () => {
    const matters = [
      aMatter("taken", "COUNTY", "STREET"),
      aMatter("delegated", "COUNTY", "STREET"),
      aMatter("the town's own", "TOWN", "STREET"),
      aMatter("not taken", "COUNTY", "MOBILE"),
    ];

    expect(presentButNotAuthorised(matters, new Set(["delegated"]))).toEqual(["taken"]);
  });
});

describe("the volume of matters, a criterion of delegation (R072)", () => {
  const matters = [aMatter("a"), aMatter("b", "TOWN"), aMatter("c")];

  it("has what is applied for most first, and says what towns have already", () => {
    const volumes = new Map([["c", { received: 7, online: 2 }]]);

    expect(matterVolumes(matters, volumes, new Set(["c"]))).toEqual([
      { matterId: "c", exerciseLevel: "COUNTY", received: 7, online: 2, delegated: true },
      { matterId: "a", exerciseLevel: "COUNTY", received: 0, online: 0, delegated: false },
      { matterId: "b", exerciseLevel: "TOWN", received: 0, online: 0, delegated: false },
    ]);
  });

  it("is, level by level, the sum of the matters", () => {
    const some = fc.array(fc.tuple(fc.constantFrom("COUNTY" as const, "TOWN" as const), fc.nat(500)));
    fc.assert(
      fc.property(some, (given) => {
        const all = given.map(([level], index) => aMatter(`m${index}`, level));
        const counts = new Map(given.map(([, received], index) => [`m${index}`, { received, online: 0 }]));
        const levels = levelVolumes(matterVolumes(all, counts, new Set()));

        expect(levels.reduce((sum, { matters: count }) => sum + count, 0)).toBe(all.length);
        for (const { exerciseLevel, received } of levels) {
          const own = given.filter(([level]) => level === exerciseLevel);
          expect(received).toBe(own.reduce((sum, [, count]) => sum + count, 0));
        }
      }),
    );
  });
});
