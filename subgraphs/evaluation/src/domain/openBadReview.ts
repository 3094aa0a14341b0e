import type { Calendar } from "@yimen/workdays/calendar";
import { dueDate } from "@yimen/workdays/dueDate";
import type { BadReviewEvent, BadReviewId } from "./badReview.js";
import type { Evaluation } from "./evaluation.js";
import { isBad } from "./grade.js";
import { categoriesOf } from "./tag.js";

/** Working days within which a bad review is rectified and its author told (鲁政办发〔2020〕10号). */
export const RECTIFICATION_DAYS = 5;

/** The work that a bad evaluation starts in the same instant; `null` for a good one. */
export function openBadReview(
  evaluation: Evaluation,
  id: BadReviewId,
  calendar: Calendar,
): Extract<BadReviewEvent, { type: "BadReviewOpened" }> | null {
  if (!isBad(evaluation.grade)) return null;
  const { dueOn, provisional } = dueDate(evaluation.givenOn, RECTIFICATION_DAYS, calendar);
  return {
    type: "BadReviewOpened",
    id,
    evaluationId: evaluation.id,
    outletId: evaluation.outletId,
    windowId: evaluation.windowId,
    officerId: evaluation.officerId,
    realName: evaluation.realName,
    categories: categoriesOf(evaluation.tags),
    openedOn: evaluation.givenOn,
    dueOn,
    dueProvisional: provisional,
  };
}
