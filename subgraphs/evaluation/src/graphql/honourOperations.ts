import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { AssessedOutlet, AssessmentSource } from "../domain/assessment.js";
import { mayDo } from "../domain/authority.js";
import type { AwardKind } from "../domain/award.js";
import { grantAward } from "../grantAward.js";
import { circulateAssessment, recordAssessment } from "../recordAssessment.js";
import { listAssessments } from "../store/assessmentStore.js";
import { listAwards } from "../store/awardStore.js";
import { AssessmentSourceEnum, AssessmentType, AwardKindEnum, AwardType } from "./honourTypes.js";

@InputType()
export class AssessedOutletInput implements AssessedOutlet {
  @Field(() => ID)
  outletId!: string;
  @Field(() => Float, { description: "0 至 100。" })
  score!: number;
  @Field(() => String, { defaultValue: "" })
  remark!: string;
}

@InputType({ description: "第三方或专项活动的评价。 What a third party or a campaign found." })
export class RecordAssessmentInput extends ClientMutation {
  @Field(() => ID)
  regionId!: string;
  @Field(() => AssessmentSourceEnum)
  source!: AssessmentSource;
  @Field(() => String, { description: "评价机构或活动名称。 The third party, or the campaign." })
  assessor!: string;
  @Field(() => PlainDateScalar)
  from!: PlainDate;
  @Field(() => PlainDateScalar)
  to!: PlainDate;
  @Field(() => String)
  conclusion!: string;
  @Field(() => [AssessedOutletInput])
  outlets!: AssessedOutletInput[];
}

@InputType()
export class CirculateAssessmentInput extends ClientMutation {
  @Field(() => ID)
  assessmentId!: string;
}

@InputType({ description: "一期评选。 One selection." })
export class GrantAwardInput extends ClientMutation {
  @Field(() => ID)
  regionId!: string;
  @Field(() => AwardKindEnum)
  kind!: AwardKind;
  @Field(() => PlainDateScalar)
  from!: PlainDate;
  @Field(() => PlainDateScalar)
  to!: PlainDate;
  @Field(() => Int, { defaultValue: 1, description: "表彰前几名,并列者均表彰。 Places; equals share one." })
  places!: number;
  @Field(() => String, { description: "精神奖励。 The honour." })
  honour!: string;
  @Field(() => String, { description: "物质奖励。 What comes with it." })
  material!: string;
}

@Resolver()
export class HonourOperations {
  @FirstOnes()
  @Query(() => [AssessmentType], {
    nullable: true,
    description: "一个地区的第三方与专项评价;未通报的仅督导人员可见。 Those not circulated yet are for overseers.",
  })
  async assessments(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { db, caller }: Context,
  ) {
    const found = await listAssessments(db, regionId, { circulated: caller.kind !== "STAFF", first });
    return found.filter(
      ({ circulatedOn, outlets }) =>
        circulatedOn !== null || outlets.every(({ outletId }) => mayDo("inspect", caller, outletId)),
    );
  }

  @FirstOnes()
  @Query(() => [AwardType], { nullable: true, description: "一个地区的评选结果(R175)。 The awards of a region." })
  awards(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("kind", () => AwardKindEnum, { nullable: true }) kind: AwardKind | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { db }: Context,
  ) {
    return listAwards(db, regionId, kind ?? undefined, first);
  }

  @StaffOnly()
  @Mutation(() => AssessmentType, {
    description:
      "记录第三方或专项活动评价(R185、R186)。拒绝码:NOT_YOUR_WORK、ASSESSMENT_INVALID、TEXT_MISSING。 Records an assessment.",
  })
  recordAssessment(@Arg("input", () => RecordAssessmentInput) input: RecordAssessmentInput, @Ctx() context: Context) {
    return recordAssessment(context, input);
  }

  @StaffOnly()
  @Mutation(() => AssessmentType, {
    description: "通报评价结果(R185)。拒绝码:ASSESSMENT_ALREADY_CIRCULATED。 Circulates it; everybody sees it then.",
  })
  circulateAssessment(
    @Arg("input", () => CirculateAssessmentInput) input: CirculateAssessmentInput,
    @Ctx() context: Context,
  ) {
    return circulateAssessment(context, input);
  }

  @StaffOnly()
  @Mutation(() => AwardType, {
    description:
      "按有效评价排名评选(R174、R175)。拒绝码:NOT_YOUR_WORK、AWARD_PERIOD_INVALID、NOBODY_TO_HONOUR、AWARD_ALREADY_GRANTED。 Honours the best of a period, as the ratings rank them.",
  })
  grantAward(@Arg("input", () => GrantAwardInput) input: GrantAwardInput, @Ctx() context: Context) {
    return grantAward(context, input);
  }
}
