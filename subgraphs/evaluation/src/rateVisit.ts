import type { Context } from "./context.js";
import type { Evaluation } from "./domain/evaluation.js";
import { giveEvaluation, type Opinion } from "./domain/giveEvaluation.js";
import { rate } from "./rate.js";
import type { MutationInput } from "./runOnce.js";

export interface RateVisitInput extends MutationInput, Opinion {
  readonly visitId: string;
  /** The token on the visit's receipt or device; an applicant who has signed in needs none. */
  readonly token: string | null;
}

/**
 * Evaluates a visit, once (一次一评).
 *
 * @throws StaffMayNotEvaluate, NotYourVisit, VisitNotEnded, TagDoesNotFitGrade, EvaluationAlreadyGiven,
 *   SiblingUnavailable
 */
export const rateVisit = (context: Context, input: RateVisitInput): Promise<Evaluation> =>
  rate(context, "rateVisit", input, {
    rightOf: (applicantId) => context.cases.evaluationRight(input.visitId, input.token, applicantId),
    give: (right, identity) => giveEvaluation(right, input, { ...identity, visitId: input.visitId }),
  });
