import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { earlierResult } from "@yimen/kernel/idempotency";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { evaluator } from "./domain/authority.js";
import type { BadReviewId } from "./domain/badReview.js";
import type { Evaluation, EvaluationEvent, EvaluationId } from "./domain/evaluation.js";
import type { Opinion } from "./domain/giveEvaluation.js";
import { recordEvaluation } from "./recordEvaluation.js";
import { type MutationInput, requestOf, runOnce } from "./runOnce.js";
import { getEvaluation } from "./store/evaluationStore.js";

/** What cases knows of the subject, and the evaluation that follows from it. */
interface Rating<R> {
  rightOf(applicantId: string | null): Promise<R>;
  give(right: R, identity: { id: EvaluationId; on: PlainDate }): Extract<EvaluationEvent, { type: "EvaluationGiven" }>;
}

/**
 * Takes one evaluation; a bad grade starts its follow-up in the same transaction (I-E1, I-E3). Only an applicant, or
 * whoever holds the receipt, gets here: staff are refused before anything is asked (I-E2).
 *
 * @throws StaffMayNotEvaluate, EvaluationAlreadyGiven, SiblingUnavailable, and what `give` refuses
 */
export async function rate<R>(
  context: Context,
  mutation: string,
  input: MutationInput & Opinion,
  { rightOf, give }: Rating<R>,
): Promise<Evaluation> {
  const { db, clock, calendar } = context;
  const applicantId = evaluator(context.caller);
  // Not even the row that makes a retry harmless may say who wrote an anonymous one.
  const caller = input.anonymous ? anonymous : context.caller;
  const earlier = await earlierResult(db, requestOf(caller, mutation, input));
  if (earlier) return getEvaluation(db, earlier);

  const right = await rightOf(applicantId);
  const at = clock();
  const id = await runOnce(db, caller, mutation, input, async (tx) => {
    const event = give(right, { id: randomUUID() as EvaluationId, on: officeDay(at) });
    const badReviewId = randomUUID() as BadReviewId;
    const { evaluation } = await recordEvaluation(tx, event, { at, calendar, badReviewId });
    return evaluation.id;
  });
  return getEvaluation(db, id);
}
