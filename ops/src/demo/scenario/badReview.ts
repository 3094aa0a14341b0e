import type { Step } from "../step.js";
import { cast, HALL, person, WINDOW } from "./cast.js";

const MATTER = "taoshan-private-school-change";
const visit = { visitId: "@waited.visitId" };
const rating = { ...visit, token: "@waited.token", grade: "DISSATISFIED", channel: "QR", tags: ["WAITING"] };
const review = { badReviewId: "@complaint.badReviewId" };

/** Somebody waited too long and says so; the hall puts it right and tells them, in five working days at the latest. */
export const badReview: readonly Step[] = [
  { at: "09:08", who: cast.windowOneA, act: "callNextTicket", with: { windowId: WINDOW.one }, as: "waited" },
  {
    at: "09:10",
    who: cast.windowOneA,
    act: "openCase",
    as: "waited",
    with: {
      ...visit,
      windowId: WINDOW.one,
      matterId: MATTER,
      applicant: person(2),
      presentRequirementIds: `@guide.${MATTER}.all`,
    },
  },
  { at: "09:14", who: cast.windowOneA, act: "acceptCase", with: { caseId: "@waited.caseId" } },
  { at: "09:22", who: cast.windowOneA, act: "endVisit", with: visit, as: "waited" },
  {
    at: "09:25",
    who: cast.windowOneA,
    act: "rateVisit",
    with: { ...rating, grade: "VERY_SATISFIED", tags: [] },
    refused: "STAFF_MAY_NOT_EVALUATE",
    note: { zh: "工作人员不得代评。", en: "Staff may not rate in a visitor's place." },
  },
  { at: "09:26", who: "visitor", act: "rateVisit", with: { ...rating, comment: "等候时间太长", anonymous: false } },
  {
    at: "09:28",
    who: "visitor",
    act: "rateVisit",
    with: { ...rating, grade: "VERY_DISSATISFIED" },
    refused: "EVALUATION_ALREADY_GIVEN",
    note: { zh: "一次一评。", en: "One visit, one rating." },
  },
  { at: "10:05", who: cast.director, act: "findBadReview", with: { outletId: HALL }, as: "complaint" },
  { at: "10:10", who: cast.director, act: "recordReturnVisit", with: { ...review, account: "已电话回访，情况属实" } },
  { at: "10:45", who: cast.windowOneA, act: "rectify", with: { ...review, measures: "高峰时段增设取号引导" } },
  {
    at: "10:50",
    who: cast.windowOneA,
    act: "verifyRectification",
    with: review,
    refused: "NOT_YOUR_WORK",
    note: { zh: "整改不能由本人复核。", en: "Nobody checks their own work." },
  },
  { at: "13:50", who: cast.director, act: "verifyRectification", with: review },
  { at: "14:00", who: cast.director, act: "feedBack", with: { ...review, feedback: "已增设引导，谢谢监督" } },
];
