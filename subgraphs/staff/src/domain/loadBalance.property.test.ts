import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imbalanceOf, perPerson, suggestions, type WindowLoad } from "./loadBalance.js";

/** Windows w0…wn, each with some people in posts that back each other two by two. */
const loads = fc
  .array(fc.record({ visits: fc.nat(200), people: fc.nat(5), certified: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .map((windows) =>
    windows.map(({ visits, people, certified }, w): WindowLoad => {
      const staff = Array.from({ length: people }, (_, n) => ({
        postId: `w${w}-${n}`,
        partnerId: n % 2 === 0 ? (n + 1 < people ? `w${w}-${n + 1}` : null) : `w${w}-${n - 1}`,
        staffId: `s${w}-${n}`,
        certifiedFor: certified ? ["civil-affairs"] : [],
      }));
      return { windowId: `w${w}`, visits, staff, departmentIds: w % 3 === 0 ? ["civil-affairs"] : ["water"] };
    }),
  );

describe("how unevenly windows are loaded (R161)", () => {
  it("is 0 when all are equally busy, and never leaves 0..1", () => {
    fc.assert(
      fc.property(loads, (windows) => {
        const { gini, most, least } = imbalanceOf(windows);
        if (gini === null) return;

        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThan(1);
        expect(gini === 0).toBe(most === least);
      }),
    );
  });

  it("does not depend on the order of windows, nor on how many visits make one unit", () => {
    fc.assert(
      fc.property(loads, (windows) => {
        const tenfold = windows.map((each) => ({ ...each, visits: each.visits * 10 })).toReversed();

        expect(imbalanceOf(tenfold).gini ?? -1).toBeCloseTo(imbalanceOf(windows).gini ?? -1, 10);
      }),
    );
  });
});

describe("a suggested redeployment (R161, R149)", () => {
  it("always makes the load more even, and takes nobody whom the pair cannot spare or who is not certified", () => {
    fc.assert(
      fc.property(loads, (windows) => {
        const windowOf = (id: string) => windows.find(({ windowId }) => windowId === id) as WindowLoad;
        for (const { staffId, fromWindowId, toWindowId, giniBefore, giniAfter } of suggestions(windows)) {
          const [idle, busy] = [windowOf(fromWindowId), windowOf(toWindowId)];
          const held = idle.staff.find((each) => each.staffId === staffId);

          expect(giniAfter).toBeLessThan(giniBefore);
          expect(perPerson(idle) as number).toBeLessThan(perPerson(busy) as number);
          expect(idle.staff.length).toBeGreaterThan(2);
          expect(idle.staff.some(({ postId }) => postId === held?.partnerId)).toBe(true);
          expect(busy.departmentIds.some((id) => held?.certifiedFor.includes(id))).toBe(true);
        }
      }),
    );
  });

  it("is found where one window has everything and another certified people to spare", () => {
    const staff = (window: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        ...{ postId: `${window}-${n}`, partnerId: `${window}-${n ^ 1}`, staffId: `${window}-s${n}` },
        certifiedFor: ["water"],
      }));
    const busy = { windowId: "busy", visits: 100, staff: staff("busy", 2), departmentIds: ["water"] };
    const idle = { windowId: "idle", visits: 4, staff: staff("idle", 4), departmentIds: ["civil-affairs"] };

    const [first] = suggestions([busy, idle]);

    expect(first).toMatchObject({ staffId: "idle-s0", fromWindowId: "idle", toWindowId: "busy" });
    expect(suggestions([busy, { ...idle, staff: staff("idle", 2) }])).toEqual([]);
    expect(suggestions([{ ...busy, departmentIds: ["education"] }, idle])).toEqual([]);
  });
});
