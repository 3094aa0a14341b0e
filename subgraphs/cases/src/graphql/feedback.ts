import { FirstOnes, InsidersOnly, StaffOnly } from "@yimen/kernel/accessDirectives";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { type FeedbackChannel, feedbackChannels, feedbackOf } from "../domain/feedback.js";
import { feedBackResult, notFedBack, type ResultFeedback, resultFeedback } from "../feedBackResult.js";
import { fullView, inFull } from "../inFull.js";
import type { VisibleCase } from "../loaders.js";
import { ActorType } from "./actorType.js";
import { CaseType } from "./caseType.js";
import { enumOf } from "./enums.js";
import { CaseInput } from "./inputs.js";

const FeedbackChannelEnum = enumOf(feedbackChannels);
registerEnumType(FeedbackChannelEnum, {
  name: "FeedbackChannel",
  description: "结果反馈渠道:当面、电话、短信、微信、网上、信函。 How the applicant was told the result.",
});

@ObjectType("CaseResultFeedback", { description: "结果反馈(R088)。 The applicant was told the result." })
export class FeedbackType {
  @Field(() => FeedbackChannelEnum)
  channel!: FeedbackChannel;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType, { nullable: true, description: "空:本人网上撤回。 Null: the applicant withdrew it." })
  by!: object | null;
}

@InputType()
export class FeedBackResultInput extends CaseInput {
  @Field(() => FeedbackChannelEnum)
  channel!: FeedbackChannel;
}

@ObjectType("ResultFeedback", { description: "一段时间办结办件的结果反馈情况(R088)。 Whom an outlet told the result." })
export class ResultFeedbackType {
  @Field(() => Int, { description: "办结数。 Cases closed in that time." })
  closed!: number;
  @Field(() => Int, { description: "已反馈数。 Of these, with the result told." })
  fedBack!: number;
}

@Resolver(() => ResultFeedbackType)
export class ResultFeedbackResolver {
  @FieldResolver(() => Float, { nullable: true, description: "反馈率;无办结为空。 Null when none was closed." })
  rate(@Root() { closed, fedBack }: ResultFeedback): number | null {
    return closed === 0 ? null : fedBack / closed;
  }

  @FirstOnes()
  @FieldResolver(() => [CaseType], {
    description: "尚未反馈的,办结早的在前。 Those not told, the longest waiting first.",
  })
  missing(
    @Root() { asked }: ResultFeedback,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() context: Context,
  ) {
    return notFedBack(context, asked, first);
  }
}

@Resolver(() => CaseType)
export class CaseFeedbacks {
  @InsidersOnly()
  @FieldResolver(() => FeedbackType, {
    nullable: true,
    description: "结果反馈(R088);当面送达即视为已反馈,撤销须另行反馈。 Null while nobody has told the applicant.",
  })
  resultFeedback(@Root() found: VisibleCase) {
    return feedbackOf(inFull(found));
  }
}

/** Telling the applicant, and who was told. */
@Resolver()
export class FeedbackOperations {
  @StaffOnly()
  @Query(() => ResultFeedbackType, {
    nullable: true,
    description: "网点办结办件的结果反馈率及未反馈办件(R088)。 Whom an outlet told the result, and whom not.",
  })
  resultFeedback(
    @Ctx() context: Context,
    @Arg("outletId", () => ID) outletId: string,
    @Arg("from", () => InstantScalar) from: Date,
    @Arg("to", () => InstantScalar) to: Date,
  ) {
    return resultFeedback(context, { outletId, from, to });
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "登记办理结果已反馈申请人(R088),含不予受理、撤回、终止、撤销的。拒绝码:NOTHING_TO_FEED_BACK。 Records that the applicant was told how the case ended.",
  })
  async feedBackResult(@Arg("input", () => FeedBackResultInput) input: FeedBackResultInput, @Ctx() context: Context) {
    return fullView(await feedBackResult(context, input));
  }
}
