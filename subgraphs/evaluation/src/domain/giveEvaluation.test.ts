import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { describe, expect, it } from "vitest";
import { day } from "./badReview.example.js";
import type { BadReviewId } from "./badReview.js";
import { type EvaluationId, evolveEvaluation } from "./evaluation.js";
import { NotYourVisit, VisitNotEnded } from "./evaluationRefusals.js";
import { type EvaluationRight, giveEvaluation, type Opinion } from "./giveEvaluation.js";
import { openBadReview } from "./openBadReview.js";
import { TagDoesNotFitGrade } from "./tag.js";

const aRight = (given: Partial<EvaluationRight> = {}): EvaluationRight => ({
  visitId: "visit-1",
  ended: true,
  entitled: true,
  outletId: "taoshan-hall",
  windowId: "taoshan-w2",
  officerId: "taoshan-staff-04",
  actingForId: "taoshan-staff-03",
  caseIds: ["case-1"],
  applicantId: "applicant-1",
  ...given,
});

const anOpinion = (given: Partial<Opinion> = {}): Opinion => ({
  grade: "DISSATISFIED",
  channel: "QR",
  tags: ["WAITING", "WAITING"],
  comment: "等了两个小时",
  anonymous: false,
  ...given,
});

const identity = { id: "evaluation-1" as EvaluationId, visitId: "visit-1", on: day("2026-02-13") };
const give = (right: EvaluationRight | null, opinion = anOpinion()) => giveEvaluation(right, opinion, identity);

describe("giving an evaluation", () => {
  it("rates the officer who served and keeps whom that officer stood in for", () => {
    expect(give(aRight())).toMatchObject({
      officerId: "taoshan-staff-04",
      actingForId: "taoshan-staff-03",
      caseIds: ["case-1"],
      tags: ["WAITING"],
    });
  });

  it("shows the comment to nobody before it was looked at", () => {
    expect(give(aRight()).commentState).toBe("PENDING");
    expect(give(aRight(), anOpinion({ comment: " " }))).toMatchObject({ comment: null, commentState: "NONE" });
  });

  it.each([true, false])(
    "does not keep who wrote it (anonymous: %s); that is the visit's to know (I-E6)",
    (anonymous) => {
      const event = give(aRight(), anOpinion({ anonymous }));

      expect(event).toMatchObject({ anonymous, realName: !anonymous });
      expect(JSON.stringify(event)).not.toContain("applicant-1");
    },
  );

  it("is not of real name when the visit does not know its applicant", () => {
    expect(give(aRight({ applicantId: null })).realName).toBe(false);
  });

  it.each([
    ["there is no such visit", null, NotYourVisit],
    ["it was somebody else's visit, ended or not (R179)", aRight({ entitled: false, ended: false }), NotYourVisit],
    ["the visit goes on", aRight({ ended: false }), VisitNotEnded],
  ])("is refused when %s", (_, right, refusal) => {
    expect(() => give(right)).toThrow(refusal);
  });

  it.each([
    ["DISSATISFIED", "WARM_SERVICE"],
    ["SATISFIED", "INTEGRITY"],
  ] as const)("is refused when %s comes with %s", (grade, tag) => {
    expect(() => give(aRight(), anOpinion({ grade, tags: [tag] }))).toThrow(TagDoesNotFitGrade);
  });
});

describe("a bad review", () => {
  const open = (opinion: Partial<Opinion>) =>
    openBadReview(evolveEvaluation(null, give(aRight(), anOpinion(opinion))), "b" as BadReviewId, officialCalendar);

  it.each([
    ["VERY_SATISFIED", false],
    ["SATISFIED", false],
    ["FAIRLY_SATISFIED", false],
    ["DISSATISFIED", true],
    ["VERY_DISSATISFIED", true],
  ] as const)("of grade %s is opened: %s (I-E3)", (grade, opened) => {
    expect(open({ grade, tags: [] }) !== null).toBe(opened);
  });

  it("is due five working days later, across Spring Festival (I-E4)", () => {
    expect(open({})).toMatchObject({ openedOn: "2026-02-13", dueOn: "2026-02-27", dueProvisional: false });
  });

  it("has a category even when nothing was ticked", () => {
    expect(open({ tags: [] })?.categories).toEqual(["OTHER"]);
  });
});
