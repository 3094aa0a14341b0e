import type { Calendar } from "@yimen/workdays/calendar";
import { type BadReview, type BadReviewId, evolveBadReview } from "./domain/badReview.js";
import { type Evaluation, type EvaluationEvent, evolveEvaluation } from "./domain/evaluation.js";
import { openBadReview } from "./domain/openBadReview.js";
import { linkSystemicIssues } from "./linkSystemicIssues.js";
import { insertBadReview } from "./store/badReviewStore.js";
import type { Tx } from "./store/db.js";
import { append } from "./store/evaluationLog.js";
import { insertEvaluation } from "./store/evaluationStore.js";

interface Recorded {
  readonly evaluation: Evaluation;
  readonly badReview: BadReview | null;
}

interface Recording {
  readonly at: Date;
  readonly calendar: Calendar;
  /** The id of the follow-up, if there is to be one. */
  readonly badReviewId: BadReviewId;
}

/**
 * Stores an evaluation with everything it starts: a bad grade opens its follow-up, which may make a systemic issue.
 *
 * @throws EvaluationAlreadyGiven
 */
export async function recordEvaluation(
  tx: Tx,
  given: Extract<EvaluationEvent, { type: "EvaluationGiven" }>,
  { at, calendar, badReviewId }: Recording,
): Promise<Recorded> {
  const evaluation = evolveEvaluation(null, given);
  await insertEvaluation(tx, evaluation);
  const opened = openBadReview(evaluation, badReviewId, calendar);
  const badReview = opened && evolveBadReview(null, opened);
  if (badReview) await insertBadReview(tx, badReview);
  const changes = badReview ? await linkSystemicIssues(tx, badReview) : [];

  await append(tx, "EVALUATION", evaluation, given, at);
  if (badReview) await append(tx, "BAD_REVIEW", badReview, opened, at);
  for (const { issue, event } of changes) await append(tx, "SYSTEMIC_ISSUE", issue, event, at);
  return { evaluation, badReview };
}
