import type { Context } from "./context.js";
import type { Evaluation } from "./domain/evaluation.js";
import { giveMatterEvaluation, type Opinion } from "./domain/giveEvaluation.js";
import { rate } from "./rate.js";
import type { MutationInput } from "./runOnce.js";

export interface RateMatterInput extends MutationInput, Opinion {
  readonly caseNo: string;
  /** The query secret of the case's receipt; an applicant who has signed in needs none. */
  readonly secret: string | null;
}

/**
 * Evaluates a matter that was handled online, once it is finished (一事一评).
 *
 * @throws StaffMayNotEvaluate, NotYourMatter, MatterNotOnline, MatterNotFinished, TagDoesNotFitGrade,
 *   EvaluationAlreadyGiven, SiblingUnavailable
 */
export const rateMatter = (context: Context, input: RateMatterInput): Promise<Evaluation> =>
  rate(context, "rateMatter", input, {
    rightOf: (applicantId) => context.cases.matterEvaluationRight(input.caseNo, input.secret, applicantId),
    give: (right, identity) => giveMatterEvaluation(right, input, identity),
  });
