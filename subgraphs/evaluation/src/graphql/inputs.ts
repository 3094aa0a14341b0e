import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Field, ID, InputType, Int } from "type-graphql";
import type { AppealVerdict } from "../domain/badReview.js";
import type { EvaluationChannel } from "../domain/evaluation.js";
import type { SatisfactionGrade } from "../domain/grade.js";
import type { EvaluationTag } from "../domain/tag.js";
import { AppealVerdictEnum } from "./badReviewEnums.js";
import { EvaluationChannelEnum, EvaluationTagEnum, SatisfactionGradeEnum } from "./evaluationEnums.js";

const VERSION = "所见版本;已变更则拒绝并给出现状。 The version seen; refused with the present state if it changed.";

/** A change of something that exists, which the client may have seen at an earlier version. */
@InputType()
export abstract class VersionedMutation extends ClientMutation {
  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number;
}

/** What an applicant says, whatever it is about. */
@InputType()
export abstract class OpinionInput extends ClientMutation {
  @Field(() => SatisfactionGradeEnum)
  grade!: SatisfactionGrade;

  @Field(() => EvaluationChannelEnum)
  channel!: EvaluationChannel;

  @Field(() => [EvaluationTagEnum], { defaultValue: [], description: "须与满意度相符。 Must fit the grade." })
  tags!: EvaluationTag[];

  @Field(() => String, { nullable: true })
  comment: string | null = null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "匿名:任何人都查不到评价人。 Nobody will find out who gave it.",
  })
  anonymous!: boolean;
}

@InputType({ description: "评价一次办事。 Evaluates a visit." })
export class RateVisitInput extends OpinionInput {
  @Field(() => ID)
  visitId!: string;

  @Field(() => String, {
    nullable: true,
    description: "评价码;本人登录时可不填。 From endVisit; not needed by the applicant who signed in.",
  })
  token: string | null = null;
}

@InputType({ description: "评价一件网上办件。 Evaluates a case that was handed in online." })
export class RateMatterInput extends OpinionInput {
  @Field(() => String, { description: "办件编号。 The case's number." })
  caseNo!: string;

  @Field(() => String, {
    nullable: true,
    description: "查询码;本人登录时可不填。 The receipt's secret; not needed by the applicant who signed in.",
  })
  secret: string | null = null;
}

@InputType()
export class ModerateCommentInput extends VersionedMutation {
  @Field(() => ID)
  evaluationId!: string;

  @Field(() => Boolean, { description: "公开或不予公开。 Show it or not." })
  publish!: boolean;
}

@InputType()
export abstract class BadReviewInput extends VersionedMutation {
  @Field(() => ID)
  badReviewId!: string;
}

@InputType()
export class RecordReturnVisitInput extends BadReviewInput {
  @Field(() => String, { description: "回访情况。 What the author said." })
  account!: string;
}

@InputType()
export class RectifyInput extends BadReviewInput {
  @Field(() => String, { description: "整改措施。 What was put right." })
  measures!: string;
}

@InputType()
export class ExplainInput extends BadReviewInput {
  @Field(() => String, { description: "诉求无法律依据等的说明。 Why there is nothing to put right." })
  reason!: string;
}

@InputType()
export class VerifyRectificationInput extends BadReviewInput {
  @Field(() => Boolean, { defaultValue: true, description: "不通过则退回整改。 False sends it back." })
  accepted!: boolean;

  @Field(() => String, { defaultValue: "" })
  remark!: string;
}

@InputType()
export class FeedBackInput extends BadReviewInput {
  @Field(() => String, { description: "告知评价人的处理结果。 What the author is told." })
  feedback!: string;
}

@InputType()
export class AppealBadReviewInput extends BadReviewInput {
  @Field(() => String, { description: "申诉理由。 Why the review should not count." })
  ground!: string;
}

@InputType()
export class ReviewAppealInput extends BadReviewInput {
  @Field(() => AppealVerdictEnum)
  verdict!: AppealVerdict;

  @Field(() => String)
  reason!: string;
}

@InputType()
export class ResolveSystemicIssueInput extends VersionedMutation {
  @Field(() => ID)
  systemicIssueId!: string;

  @Field(() => String, { description: "使该类问题不再发生的措施。 What was changed so that it does not come back." })
  measure!: string;
}
