import type { PlainDate } from "@yimen/workdays/plainDate";
import type { EvaluationChannel, EvaluationEvent, EvaluationId, EvaluationScope } from "./evaluation.js";
import {
  MatterNotFinished,
  MatterNotOnline,
  NotYourMatter,
  NotYourVisit,
  VisitNotEnded,
} from "./evaluationRefusals.js";
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

/** What the cases subgraph says about a case to whoever holds its receipt or applied for it. */
export interface MatterEvaluationRight {
  readonly caseId: string;
  readonly online: boolean;
  readonly ended: boolean;
  readonly outletId: string;
  readonly windowId: string | null;
  readonly officerId: string | null;
  readonly actingForId: string | null;
  readonly applicantId: string | null;
}

type EvaluationGiven = Extract<EvaluationEvent, { type: "EvaluationGiven" }>;

interface Identity {
  readonly id: EvaluationId;
  readonly on: PlainDate;
}

/**
 * The evaluation of an ended visit by the one who made it. That it is the only one is settled by the store.
 *
 * Who may not evaluate a visit does not learn whether it exists or was evaluated: entitlement comes first.
 *
 * @throws NotYourVisit, VisitNotEnded, TagDoesNotFitGrade
 */
export function giveEvaluation(
  right: EvaluationRight | null,
  opinion: Opinion,
  { visitId, ...identity }: Identity & { readonly visitId: string },
): EvaluationGiven {
  if (!right?.entitled) throw new NotYourVisit(visitId);
  if (!right.ended) throw new VisitNotEnded(visitId);
  return evaluationOf("VISIT", visitId, right, opinion, identity);
}

/**
 * The evaluation of a finished online case by its applicant (一事一评).
 *
 * @throws NotYourMatter, MatterNotOnline, MatterNotFinished, TagDoesNotFitGrade
 */
export function giveMatterEvaluation(
  right: MatterEvaluationRight | null,
  opinion: Opinion,
  identity: Identity,
): EvaluationGiven {
  if (!right) throw new NotYourMatter();
  if (!right.online) throw new MatterNotOnline(right.caseId);
  if (!right.ended) throw new MatterNotFinished(right.caseId);
  return evaluationOf("MATTER", right.caseId, { ...right, caseIds: [right.caseId] }, opinion, identity);
}

type Served = Pick<EvaluationRight, "outletId" | "windowId" | "officerId" | "actingForId" | "caseIds" | "applicantId">;

function evaluationOf(
  scope: EvaluationScope,
  subjectId: string,
  served: Served,
  opinion: Opinion,
  { id, on }: Identity,
): EvaluationGiven {
  checkTags(opinion.grade, opinion.tags);
  const comment = opinion.comment?.trim() || null;
  return {
    type: "EvaluationGiven",
    id,
    scope,
    subjectId,
    // A case has an applicant: the link would name the author.
    caseIds: opinion.anonymous ? [] : served.caseIds,
    outletId: served.outletId,
    windowId: served.windowId,
    officerId: served.officerId,
    actingForId: served.actingForId,
    grade: opinion.grade,
    channel: opinion.channel,
    tags: [...new Set(opinion.tags)],
    comment,
    commentState: comment ? "PENDING" : "NONE",
    anonymous: opinion.anonymous,
    realName: !opinion.anonymous && served.applicantId !== null,
    givenOn: on,
  };
}
