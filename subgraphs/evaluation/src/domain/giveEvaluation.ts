import type { PlainDate } from "@yimen/workdays/plainDate";
import type { EvaluationChannel, EvaluationEvent, EvaluationId } from "./evaluation.js";
import { NotYourVisit, VisitNotEnded, VisitNotFound } from "./evaluationRefusals.js";
import type { SatisfactionGrade } from "./grade.js";
import { checkTags, type EvaluationTag } from "./tag.js";

/** What the cases subgraph says about a visit and the one who wants to evaluate it. */
export interface EvaluationRight {
  readonly visitId: string;
  readonly ended: boolean;
  /** The token is the visit's, or the applicant is. */
  readonly entitled: boolean;
  readonly outletId: string;
  readonly windowId: string | null;
  readonly officerId: string | null;
  readonly actingForId: string | null;
  readonly caseIds: readonly string[];
  readonly applicantId: string | null;
}

/** What the applicant says. */
export interface Opinion {
  readonly grade: SatisfactionGrade;
  readonly channel: EvaluationChannel;
  readonly tags: readonly EvaluationTag[];
  readonly comment: string | null;
  readonly anonymous: boolean;
}

/**
 * The evaluation of an ended visit by the one who made it. That it is the only one is settled by the store.
 *
 * Who may not evaluate a visit does not learn whether it exists or was evaluated: entitlement comes first.
 *
 * @throws VisitNotFound, NotYourVisit, VisitNotEnded, TagDoesNotFitGrade
 */
export function giveEvaluation(
  right: EvaluationRight | null,
  opinion: Opinion,
  { id, visitId, on }: { id: EvaluationId; visitId: string; on: PlainDate },
): Extract<EvaluationEvent, { type: "EvaluationGiven" }> {
  if (!right) throw new VisitNotFound(visitId);
  if (!right.entitled) throw new NotYourVisit(visitId);
  if (!right.ended) throw new VisitNotEnded(visitId);
  checkTags(opinion.grade, opinion.tags);
  const comment = opinion.comment?.trim() || null;
  return {
    type: "EvaluationGiven",
    id,
    scope: "VISIT",
    subjectId: visitId,
    // A case has an applicant: the link would name the author.
    caseIds: opinion.anonymous ? [] : right.caseIds,
    outletId: right.outletId,
    windowId: right.windowId,
    officerId: right.officerId,
    actingForId: right.actingForId,
    grade: opinion.grade,
    channel: opinion.channel,
    tags: [...new Set(opinion.tags)],
    comment,
    commentState: comment ? "PENDING" : "NONE",
    anonymous: opinion.anonymous,
    realName: !opinion.anonymous && right.applicantId !== null,
    givenOn: on,
  };
}
