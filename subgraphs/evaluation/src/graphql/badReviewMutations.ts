import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import {
  appealBadReview,
  explain,
  feedBack,
  recordReturnVisit,
  rectify,
  reviewAppeal,
  verifyRectification,
} from "../badReviewActs.js";
import type { Context } from "../context.js";
import { resolveSystemicIssue } from "../resolveSystemicIssue.js";
import { BadReviewType } from "./badReviewType.js";
import {
  AppealBadReviewInput,
  ExplainInput,
  FeedBackInput,
  RecordReturnVisitInput,
  RectifyInput,
  ResolveSystemicIssueInput,
  ReviewAppealInput,
  VerifyRectificationInput,
} from "./inputs.js";
import { SystemicIssueType } from "./systemicIssueType.js";

/** 落实—评价—整改—落实 (R188). Each step refuses with BAD_REVIEW_STEP_NOT_ALLOWED out of its turn. */
@Resolver()
export class BadReviewMutations {
  @StaffOnly()
  @Mutation(() => BadReviewType, { description: "回访核实。 Notes what the author said when asked." })
  recordReturnVisit(
    @Arg("input", () => RecordReturnVisitInput) input: RecordReturnVisitInput,
    @Ctx() context: Context,
  ) {
    return recordReturnVisit(context, input);
  }

  @StaffOnly()
  @Mutation(() => BadReviewType, { description: "整改。实名差评须先回访:RETURN_VISIT_FIRST。 Puts it right." })
  rectify(@Arg("input", () => RectifyInput) input: RectifyInput, @Ctx() context: Context) {
    return rectify(context, input);
  }

  @StaffOnly()
  @Mutation(() => BadReviewType, { description: "解释说明。 Explains why there is nothing to put right." })
  explain(@Arg("input", () => ExplainInput) input: ExplainInput, @Ctx() context: Context) {
    return explain(context, input);
  }

  @StaffOnly()
  @Mutation(() => BadReviewType, {
    description: "复核整改,须为他人:NOT_BY_THE_SAME_PERSON。 Somebody else looks whether it was put right.",
  })
  verifyRectification(
    @Arg("input", () => VerifyRectificationInput) input: VerifyRectificationInput,
    @Ctx() context: Context,
  ) {
    return verifyRectification(context, input);
  }

  @StaffOnly()
  @Mutation(() => BadReviewType, { description: "反馈评价人并办结(R187)。 Tells the author; nothing comes after it." })
  feedBack(@Arg("input", () => FeedBackInput) input: FeedBackInput, @Ctx() context: Context) {
    return feedBack(context, input);
  }

  @StaffOnly()
  @Mutation(() => BadReviewType, {
    description: "申诉(误评、不实),仅一次:ALREADY_APPEALED。 Appeals against the review, once.",
  })
  appealBadReview(@Arg("input", () => AppealBadReviewInput) input: AppealBadReviewInput, @Ctx() context: Context) {
    return appealBadReview(context, input);
  }

  @StaffOnly()
  @Mutation(() => BadReviewType, {
    description: "申诉审核,须为他人;误评、不实的评价作废。 Settles an appeal; a review that is wrong no longer counts.",
  })
  reviewAppeal(@Arg("input", () => ReviewAppealInput) input: ReviewAppealInput, @Ctx() context: Context) {
    return reviewAppeal(context, input);
  }

  @StaffOnly()
  @Mutation(() => SystemicIssueType, {
    description: "解决一类问题(R189)。 Says what was changed for a whole class of problems.",
  })
  resolveSystemicIssue(
    @Arg("input", () => ResolveSystemicIssueInput) input: ResolveSystemicIssueInput,
    @Ctx() context: Context,
  ) {
    return resolveSystemicIssue(context, input);
  }
}
