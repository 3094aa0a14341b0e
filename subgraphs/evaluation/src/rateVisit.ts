import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { earlierResult } from "@yimen/kernel/idempotency";
import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { evaluator } from "./domain/authority.js";
import type { BadReviewId } from "./domain/badReview.js";
import type { Evaluation, EvaluationId } from "./domain/evaluation.js";
import { giveEvaluation, type Opinion } from "./domain/giveEvaluation.js";
import { recordEvaluation } from "./recordEvaluation.js";
import { type MutationInput, requestOf, runOnce } from "./runOnce.js";
import { getEvaluation } from "./store/evaluationStore.js";

export interface RateVisitInput extends MutationInput, Opinion {
  readonly visitId: string;
  /** The token on the visit's receipt or device; an applicant who has signed in needs none. */
  readonly token: string | null;
}

/**
 * Evaluates a visit, once; a bad grade starts its follow-up in the same transaction (I-E1, I-E3).
 *
 * @throws StaffMayNotEvaluate, VisitNotFound, NotYourVisit, VisitNotEnded, TagDoesNotFitGrade, EvaluationAlreadyGiven,
 *   SiblingUnavailable
 */
export async function rateVisit(context: Context, input: RateVisitInput): Promise<Evaluation> {
  const { db, cases, clock, calendar } = context;
  const applicantId = evaluator(context.caller);
  // Not even the row that makes a retry harmless may say who wrote an anonymous one.
  const caller = input.anonymous ? anonymous : context.caller;
  const earlier = await earlierResult(db, requestOf(caller, "rateVisit", input));
  if (earlier) return getEvaluation(db, earlier);

  const right = await cases.evaluationRight(input.visitId, input.token, applicantId);
  const at = clock();
  const id = await runOnce(db, caller, "rateVisit", input, async (tx) => {
    const identity = { id: randomUUID() as EvaluationId, visitId: input.visitId, on: officeDay(at) };
    const event = giveEvaluation(right, input, identity);
    const badReviewId = randomUUID() as BadReviewId;
    const { evaluation } = await recordEvaluation(tx, event, { at, calendar, badReviewId });
    return evaluation.id;
  });
  return getEvaluation(db, id);
}
