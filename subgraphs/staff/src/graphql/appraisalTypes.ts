import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Appraisal, type Aspect, type AspectScore, type Consequence, missingBefore } from "../domain/appraisal.js";
import type { AppraisingBody } from "../domain/appraiser.js";
import type { AttendanceCount } from "../domain/attendanceCount.js";
import type { FollowUp, FollowUpKind } from "../domain/followUp.js";
import { AppraisingBodyEnum, AspectEnum, ConsequenceEnum, FollowUpKindEnum } from "./appraisalEnums.js";
import { StaffMemberType } from "./staffMemberType.js";

@ObjectType("AspectScore", { description: "一个方面的得分。 The score of one aspect." })
export class AspectScoreType {
  @Field(() => AspectEnum)
  aspect!: Aspect;
  @Field(() => Int, { description: "0 至 100。" })
  score!: number;
}

@ObjectType("AttendanceCount", { description: "考勤统计(R152、R154),按日计。 Days late, left early, absent." })
export class AttendanceCountType {
  @Field(() => Int)
  late!: number;
  @Field(() => Int)
  leftEarly!: number;
  @Field(() => Int, { description: "未请假缺勤。 Without leave." })
  absent!: number;
}

@ObjectType("FollowUp", { description: "诫勉谈话或限期整改(R172)。 What a failed quarter asks for." })
export class FollowUpType {
  @Field(() => ID)
  id!: string;
  @Field(() => FollowUpKindEnum)
  kind!: FollowUpKind;
  @Field(() => PlainDateScalar, { description: "办理期限。 By when." })
  dueOn!: string;
  @Field(() => InstantScalar, { nullable: true })
  doneAt!: Date | null;
}

@ObjectType("Appraisal", {
  description: "一次考核(R167–R173);仅本人、考核主体、监督与统筹可见。 One appraisal.",
})
export class AppraisalType {
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  year!: number;
  @Field(() => Int, { nullable: true, description: "年终考核为空。 Null for the year-end appraisal." })
  quarter!: number | null;
  @Field(() => AppraisingBodyEnum)
  body!: AppraisingBody;
  @Field(() => [AspectScoreType])
  scores!: readonly AspectScore[];
  @Field(() => Boolean, { description: "合格。 By the body's own scheme (R205)." })
  passed!: boolean;
  @Field(() => ConsequenceEnum)
  consequence!: Consequence;
  @Field(() => AttendanceCountType, {
    description: "“勤”的事实依据,考核时固定。 Facts beside the score of DILIGENCE, as they were when it was recorded.",
  })
  attendance!: AttendanceCount;
  @Field(() => InstantScalar)
  recordedAt!: Date;
}

@Resolver(() => AppraisalType)
export class AppraisalResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: Appraisal, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => [FollowUpType], { description: "由此产生的谈话与整改。 What it asked for." })
  followUps(@Root() { id }: Appraisal, @Ctx() { loaders }: Context): Promise<FollowUp[]> {
    return loaders.followUpsOf.load(id);
  }

  @FieldResolver(() => [String], {
    description:
      "与上一次考核之间无人考核的季度,如 2025-Q3。 Quarters since the appraisal before that nobody appraised.",
  })
  async missingQuarters(@Root() appraisal: Appraisal, @Ctx() { loaders }: Context): Promise<string[]> {
    return missingBefore(await loaders.appraisalsOf.load(appraisal.staffId), appraisal);
  }
}
