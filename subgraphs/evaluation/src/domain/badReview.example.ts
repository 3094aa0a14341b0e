import type { PlainDate } from "@yimen/workdays/plainDate";
import { type BadReview, type BadReviewId, evolveBadReview } from "./badReview.js";
import type { EvaluationId } from "./evaluation.js";

export const day = (text: string) => text as PlainDate;

/** A bad review as it stands just after it was opened, but for what a test is about. */
export const aBadReview = (given: Partial<BadReview> = {}): BadReview => ({
  ...evolveBadReview(null, {
    type: "BadReviewOpened",
    id: "bad-review-1" as BadReviewId,
    evaluationId: "evaluation-1" as EvaluationId,
    outletId: "taoshan-hall",
    windowId: "taoshan-w2",
    officerId: "taoshan-staff-03",
    realName: true,
    categories: ["WAITING"],
    openedOn: day("2026-03-02"),
    dueOn: day("2026-03-09"),
    dueProvisional: false,
  }),
  ...given,
});
