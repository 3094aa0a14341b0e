import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { earlierResult } from "@yimen/kernel/idempotency";
import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { evaluator } from "./domain/authority.js";
import { type BadReviewId, evolveBadReview } from "./domain/badReview.js";
import { type Evaluation, type EvaluationId, evolveEvaluation } from "./domain/evaluation.js";
import { giveEvaluation, type Opinion } from "./domain/giveEvaluation.js";
import { openBadReview } from "./domain/openBadReview.js";
import { linkSystemicIssues } from "./linkSystemicIssues.js";
import { type MutationInput, requestOf, runOnce } from "./runOnce.js";
import { insertBadReview } from "./store/badReviewStore.js";
import type { Tx } from "./store/db.js";
import { append } from "./store/evaluationLog.js";
import { getEvaluation, insertEvaluation } from "./store/evaluationStore.js";

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
  const { db, cases, clock } = context;
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
    const given = evolveEvaluation(null, event);
    await insertEvaluation(tx, given);
    const logOpened = await openFollowUp(tx, context, given, at);
    await append(tx, "EVALUATION", given, event, at);
    await logOpened();
    return given.id;
  });
  return getEvaluation(db, id);
}

/** @returns what is left to log, since the log comes last in a transaction */
async function openFollowUp(tx: Tx, { calendar }: Context, given: Evaluation, at: Date): Promise<() => Promise<void>> {
  const opened = openBadReview(given, randomUUID() as BadReviewId, calendar);
  if (!opened) return async () => undefined;
  const badReview = evolveBadReview(null, opened);
  await insertBadReview(tx, badReview);
  const changes = await linkSystemicIssues(tx, badReview);
  return async () => {
    await append(tx, "BAD_REVIEW", badReview, opened, at);
    for (const { issue, event } of changes) await append(tx, "SYSTEMIC_ISSUE", issue, event, at);
  };
}
