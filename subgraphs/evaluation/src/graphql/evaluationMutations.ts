import { Guessable, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { moderateComment } from "../moderateComment.js";
import { rateMatter } from "../rateMatter.js";
import { rateVisit } from "../rateVisit.js";
import { EvaluationType } from "./evaluationType.js";
import { ModerateCommentInput, RateMatterInput, RateVisitInput } from "./inputs.js";

@Resolver()
export class EvaluationMutations {
  @Guessable("input.visitId")
  @Mutation(() => EvaluationType, {
    description:
      "评价一次办事(一次一评)。拒绝码:STAFF_MAY_NOT_EVALUATE(R179)、NOT_YOUR_VISIT、VISIT_NOT_ENDED、EVALUATION_ALREADY_GIVEN、TAG_DOES_NOT_FIT_GRADE、CASES_UNAVAILABLE。 Evaluates a visit, once; a bad grade opens its follow-up.",
  })
  rateVisit(@Arg("input", () => RateVisitInput) input: RateVisitInput, @Ctx() context: Context) {
    return rateVisit(context, input);
  }

  @Guessable("input.caseNo")
  @Mutation(() => EvaluationType, {
    description:
      "评价一件已办结的网上办件(一事一评)。拒绝码:STAFF_MAY_NOT_EVALUATE(R179)、NOT_YOUR_MATTER、MATTER_NOT_ONLINE、MATTER_NOT_FINISHED、EVALUATION_ALREADY_GIVEN、TAG_DOES_NOT_FIT_GRADE、CASES_UNAVAILABLE。 Evaluates a finished online case, once; a bad grade opens its follow-up.",
  })
  rateMatter(@Arg("input", () => RateMatterInput) input: RateMatterInput, @Ctx() context: Context) {
    return rateMatter(context, input);
  }

  @StaffOnly()
  @Mutation(() => EvaluationType, {
    description: "审核评价内容是否公开(R183)。 Shows or withholds a comment; the grade counts either way.",
  })
  moderateComment(@Arg("input", () => ModerateCommentInput) input: ModerateCommentInput, @Ctx() context: Context) {
    return moderateComment(context, input);
  }
}
