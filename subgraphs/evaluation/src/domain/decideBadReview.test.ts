import { describe, expect, it } from "vitest";
import { aBadReview, day } from "./badReview.example.js";
import { evolveBadReview } from "./badReview.js";
import { AppealedOnce, BadReviewNotOverdue, NotByTheSamePerson, ReturnVisitFirst } from "./badReviewRefusals.js";
import { decideBadReview } from "./decideBadReview.js";
import { TextMissing } from "./requireText.js";

const act = { on: day("2026-03-04"), by: "taoshan-staff-03" };

describe("rectifying a bad review", () => {
  it("waits for the return visit when the author gave a name (I-E3)", () => {
    const opened = aBadReview({ realName: true });

    expect(() => decideBadReview(opened, { type: "rectify", ...act, measures: "增开窗口" })).toThrow(ReturnVisitFirst);
  });

  it("begins at once when the author is anonymous and cannot be asked", () => {
    const opened = aBadReview({ realName: false });

    const event = decideBadReview(opened, { type: "rectify", ...act, measures: " 增开窗口 " });

    expect(event).toEqual({ type: "Rectified", ...act, measures: "增开窗口" });
    expect(evolveBadReview(opened, event)).toMatchObject({ status: "RECTIFIED", rectifiedBy: act.by, version: 2 });
  });

  it("is put into words (R187)", () => {
    const opened = aBadReview({ realName: false });

    expect(() => decideBadReview(opened, { type: "rectify", ...act, measures: "  " })).toThrow(TextMissing);
  });
});

describe("verifying a rectification", () => {
  const rectified = aBadReview({ status: "RECTIFIED", returnVisitedOn: day("2026-03-03"), rectifiedBy: act.by });

  it("is done by somebody else", () => {
    const command = { type: "verifyRectification", ...act, accepted: true, remark: "" } as const;

    expect(() => decideBadReview(rectified, command)).toThrow(NotByTheSamePerson);
    expect(decideBadReview(rectified, { ...command, by: "taoshan-director" })).toMatchObject({ accepted: true });
  });

  it("sends the work back when the problem is still there (R188)", () => {
    const event = { type: "RectificationVerified", on: act.on, by: "d", accepted: false, remark: "仍需排队" } as const;

    expect(evolveBadReview(rectified, event).status).toBe("RETURN_VISITED");
  });
});

describe("appealing a bad review", () => {
  it("is possible once", () => {
    const dismissed = aBadReview({ status: "RETURN_VISITED", returnVisitedOn: day("2026-03-03"), appealedBy: "x" });

    expect(() => decideBadReview(dismissed, { type: "appeal", ...act, ground: "误评" })).toThrow(AppealedOnce);
  });

  it("is reviewed by somebody else", () => {
    const appealed = aBadReview({ status: "APPEALED", appealedBy: act.by });
    const command = { type: "reviewAppeal", ...act, verdict: "MISTAKEN", reason: "误点" } as const;

    expect(() => decideBadReview(appealed, command)).toThrow(NotByTheSamePerson);
  });
});

describe("escalating a bad review (I-E4)", () => {
  const late = aBadReview({ dueOn: day("2026-03-09") });

  it("happens on the day after it was due, and not before", () => {
    expect(() => decideBadReview(late, { type: "escalate", on: day("2026-03-09") })).toThrow(BadReviewNotOverdue);
    expect(decideBadReview(late, { type: "escalate", on: day("2026-03-10") })).toEqual({
      type: "BadReviewEscalated",
      on: "2026-03-10",
    });
  });

  it("happens once", () => {
    const escalated = evolveBadReview(late, { type: "BadReviewEscalated", on: day("2026-03-10") });

    expect(escalated.status).toBe("OPENED");
    expect(() => decideBadReview(escalated, { type: "escalate", on: day("2026-03-11") })).toThrow(BadReviewNotOverdue);
  });
});
