import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { describe, expect, it } from "vitest";
import type { Leave } from "./leave.js";
import { emptiedBy, requireNoEmptyPost } from "./leavePlan.js";
import { aLeave, at, certified, pairOfPosts } from "./roster.fixture.js";

const now = at("09:00");
const leaveOfA = aLeave("a", at("08:30", "2026-03-04"), at("17:00", "2026-03-04"), { status: "REQUESTED" });
const emptied = (leaves: Leave[], leave = leaveOfA) => emptiedBy(pairOfPosts({ leaves }), leave, now, officialCalendar);

describe("approving A's leave", () => {
  it("is possible while B is there and certified", () => {
    expect(emptied([])).toBeNull();
  });

  it("is refused with R151 and its sentence when B is away at the same time (I-S3)", () => {
    const roster = pairOfPosts({ leaves: [aLeave("b", at("13:00", "2026-03-04"), at("17:00", "2026-03-05"))] });

    expect(() => requireNoEmptyPost(roster, leaveOfA, now, officialCalendar)).toThrow(
      expect.objectContaining({
        code: "LEAVE_WOULD_EMPTY_POST",
        rule: expect.objectContaining({ id: "R151", sentence: "AB岗人员应相对固定,不得空岗、缺岗" }),
        details: expect.objectContaining({ postId: "post-a", at: at("13:30", "2026-03-04").toISOString() }),
      }),
    );
  });

  it("is possible when the two overlap only while it is closed", () => {
    expect(emptied([aLeave("b", at("12:00", "2026-03-04"), at("13:30", "2026-03-04"))])).toBeNull();
    expect(emptied([aLeave("b", at("17:00", "2026-03-04"), at("08:30", "2026-03-05"))])).toBeNull();
  });

  it("is possible over a weekend that B is away for", () => {
    const weekend = aLeave("a", at("17:00", "2026-03-06"), at("08:30", "2026-03-09"), { status: "REQUESTED" });

    expect(emptied([aLeave("b", at("00:00", "2026-03-07"), at("00:00", "2026-03-09"))], weekend)).toBeNull();
  });

  it("is refused while B is overdue from a leave that was not ended (R153)", () => {
    expect(emptied([aLeave("b", at("08:30", "2026-02-25"), at("17:00", "2026-02-27"))])).toMatchObject({
      backupId: "b",
    });
  });

  it("is possible once B is back early", () => {
    const ended = { status: "ENDED", endedAt: at("08:00") } as const;

    expect(emptied([aLeave("b", at("08:30", "2026-02-25"), at("17:00", "2026-03-06"), ended)])).toBeNull();
  });

  it("is refused when B is not, or no longer, certified for the post (R150, I-S4)", () => {
    const roster = pairOfPosts({
      certificates: [certified("b", "civil-affairs", { validUntil: at("12:00", "2026-03-04") })],
    });

    expect(emptiedBy(roster, leaveOfA, now, officialCalendar)?.at).toEqual(at("13:30", "2026-03-04"));
  });

  it("is refused when nobody backs the post (R149)", () => {
    expect(emptiedBy(pairOfPosts({ pairings: [] }), leaveOfA, now, officialCalendar)?.backupId).toBeNull();
  });
});
