import { describe, expect, it } from "vitest";
import { coverOf } from "./cover.js";
import { aLeave, aPost, at, certified, pairOfPosts, signedIn } from "./roster.fixture.js";
import type { Roster } from "./roster.js";

const coverOfA = (roster: Roster, time: string) => coverOf(roster, aPost("post-a"), at(time));
const bothIn = [signedIn("a", at("08:20")), signedIn("b", at("08:25"))];

describe("who acts in a post", () => {
  it("is its holder while present (R152)", () => {
    expect(coverOfA(pairOfPosts({ attendances: bothIn }), "09:00")).toEqual({
      state: "HELD",
      staffId: "a",
      actingForId: null,
    });
  });

  it("is B for A within the same minute in which A's leave begins (R150)", () => {
    const roster = pairOfPosts({ attendances: bothIn, leaves: [aLeave("a", at("10:00"), at("17:00"))] });

    expect(coverOfA(roster, "09:59").state).toBe("HELD");
    expect(coverOfA(roster, "10:00")).toEqual({ state: "TAKEN_OVER", staffId: "b", actingForId: "a" });
  });

  it("is B when A has not signed in (R150)", () => {
    const roster = pairOfPosts({ attendances: [signedIn("b", at("08:25"))] });

    expect(coverOfA(roster, "09:00")).toEqual({ state: "TAKEN_OVER", staffId: "b", actingForId: "a" });
  });

  it("is nobody when B does not know the post's business (R150, I-S4)", () => {
    const roster = pairOfPosts({
      attendances: [signedIn("b", at("08:25"))],
      certificates: [certified("a", "civil-affairs"), certified("b", "water")],
    });

    expect(coverOfA(roster, "09:00")).toEqual({ state: "VACANT", staffId: null, actingForId: "a" });
  });

  it("is B from the minute A's certificate is revoked (R147, I-S6)", () => {
    const revoked = certified("a", "civil-affairs", { revokedAt: at("10:00") });
    const roster = pairOfPosts({ attendances: bothIn, certificates: [revoked, certified("b", "civil-affairs")] });

    expect(coverOfA(roster, "09:59").state).toBe("HELD");
    expect(coverOfA(roster, "10:00").state).toBe("TAKEN_OVER");
  });

  it("is nobody the day after, when both forgot to sign out (R152)", () => {
    const yesterday = [signedIn("a", at("08:20", "2026-02-27")), signedIn("b", at("08:20", "2026-02-27"))];

    expect(coverOfA(pairOfPosts({ attendances: yesterday }), "09:00").state).toBe("VACANT");
  });

  it("is A again once the leave has been ended, not when it was planned to end (R153)", () => {
    const leave = aLeave("a", at("08:30"), at("10:00"));
    const ended = { ...leave, status: "ENDED", endedAt: at("11:00") } as const;

    expect(coverOfA(pairOfPosts({ attendances: bothIn, leaves: [leave] }), "11:30").staffId).toBe("b");
    expect(coverOfA(pairOfPosts({ attendances: bothIn, leaves: [ended] }), "10:30").staffId).toBe("b");
    expect(coverOfA(pairOfPosts({ attendances: bothIn, leaves: [ended] }), "11:00").staffId).toBe("a");
  });

  it("is in a back office only one of the department's own people", () => {
    const post = aPost("post-a", { departmentId: "civil-affairs", departmentIds: [], windowId: null });
    const roster = (home: [string, string][]) =>
      pairOfPosts({ attendances: [signedIn("b", at("08:25"))], homeDepartments: new Map(home) });

    expect(coverOf(roster([["b", "civil-affairs"]]), post, at("09:00")).state).toBe("TAKEN_OVER");
    expect(coverOf(roster([["b", "water"]]), post, at("09:00")).state).toBe("VACANT");
  });
});
