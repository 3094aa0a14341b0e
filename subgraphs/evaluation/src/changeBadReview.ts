import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type Work, workerFor } from "./domain/authority.js";
import { type BadReview, evolveBadReview } from "./domain/badReview.js";
import { type BadReviewCommand, decideBadReview } from "./domain/decideBadReview.js";
import { evolveEvaluation } from "./domain/evaluation.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { getBadReview, saveBadReview } from "./store/badReviewStore.js";
import { requireVersion } from "./store/changedMeanwhile.js";
import type { Tx } from "./store/db.js";
import { getEvaluation, saveEvaluation } from "./store/evaluationStore.js";

/** What every step of the work on a bad review comes with. */
export interface StepInput extends MutationInput {
  readonly badReviewId: string;
  /** The version the client has seen; left out, the step applies to whatever is stored. */
  readonly version?: number;
}

/** Who takes the step, and on which office day. */
interface Act {
  readonly by: string;
  readonly on: PlainDate;
}

/**
 * Takes one step of the work on a bad review: load, decide, save, in one transaction and once per client key.
 *
 * @param mutation  name of the mutation, so that a key cannot be reused for another one
 * @param work  what a caller must be allowed to do at the outlet
 * @throws NotFound, NotYourWork, ChangedMeanwhile, and what `decideBadReview` refuses
 */
export async function changeBadReview<I extends StepInput>(
  { db, caller, clock }: Context,
  mutation: string,
  work: Work,
  input: I,
  command: (act: Act) => BadReviewCommand,
): Promise<BadReview> {
  const id = await runOnce(db, caller, mutation, input, async (tx) => {
    const current = await getBadReview(tx, input.badReviewId);
    const at = clock();
    const act = { by: workerFor(work, caller, current.outletId), on: officeDay(at) };
    requireVersion(current, input.version);
    const event = decideBadReview(current, command(act));
    const next = evolveBadReview(current, event);
    await saveBadReview(tx, next, event, at);
    if (next.status === "MISTAKEN" || next.status === "UNTRUE_OR_MALICIOUS") await invalidate(tx, next, act.by, at);
    return next.id;
  });
  return getBadReview(db, id);
}

/** An appeal that holds takes the evaluation out of every rating. */
async function invalidate(tx: Tx, { evaluationId }: BadReview, by: string, at: Date): Promise<void> {
  const event = { type: "EvaluationInvalidated", by } as const;
  await saveEvaluation(tx, evolveEvaluation(await getEvaluation(tx, evaluationId), event), event, at);
}
