import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import { type Evaluation, evolveEvaluation } from "./domain/evaluation.js";
import { NoCommentToModerate } from "./domain/evaluationRefusals.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { requireVersion } from "./store/changedMeanwhile.js";
import { getEvaluation, saveEvaluation } from "./store/evaluationStore.js";

export interface ModerateCommentInput extends MutationInput {
  readonly evaluationId: string;
  readonly version?: number;
  readonly publish: boolean;
}

/**
 * Shows a comment to the public, or withholds it; the grade counts either way (R183).
 *
 * @throws NotFound, NotYourWork, ChangedMeanwhile, NoCommentToModerate
 */
export async function moderateComment(
  { db, caller, clock }: Context,
  input: ModerateCommentInput,
): Promise<Evaluation> {
  const id = await runOnce(db, caller, "moderateComment", input, async (tx) => {
    const current = await getEvaluation(tx, input.evaluationId);
    const by = workerFor("check", caller, current.outletId);
    requireVersion(current, input.version);
    if (current.commentState === "NONE") throw new NoCommentToModerate(current.id);
    const event = { type: "CommentModerated", published: input.publish, by } as const;
    await saveEvaluation(tx, evolveEvaluation(current, event), event, clock());
    return current.id;
  });
  return getEvaluation(db, id);
}
