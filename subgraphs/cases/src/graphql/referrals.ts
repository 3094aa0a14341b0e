import { InsidersOnly, StaffOnly } from "@yimen/kernel/accessDirectives";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { type Referral, type ReferralLevel, referralLevels } from "../domain/referral.js";
import { fullView, inFull } from "../inFull.js";
import type { VisibleCase } from "../loaders.js";
import { recogniseMaterial } from "../recogniseMaterial.js";
import { answerReferral, referCase } from "../referralActs.js";
import { ActorType } from "./actorType.js";
import { CaseType } from "./caseType.js";
import { enumOf } from "./enums.js";
import { CaseInput } from "./inputs.js";
import { DepartmentReference } from "./references.js";

const ReferralLevelEnum = enumOf(referralLevels);
registerEnumType(ReferralLevelEnum, {
  name: "ReferralLevel",
  description: "上级对口单位的层级:市、省、国家(GB/T 39046 A.2)。 The counterpart's level.",
});

@ObjectType("ReferralAnswer", { description: "上级对口单位的答复。 What came back." })
export class ReferralAnswerType {
  @Field(() => String)
  result!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseReferral", { description: "转报上级对口单位(R111)。 A case went up to its department's counterpart." })
export class ReferralType {
  @Field(() => ReferralLevelEnum)
  level!: ReferralLevel;
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
  @Field(() => ReferralAnswerType, { nullable: true, description: "待答复为空。 Null while it is awaited." })
  answer!: object | null;
}

@Resolver(() => ReferralType)
export class ReferralResolver {
  @FieldResolver(() => DepartmentReference, { nullable: true, description: "上级对口单位。 The counterpart." })
  department(@Root() { departmentId }: Referral): DepartmentReference {
    return { id: departmentId };
  }
}

@InputType()
export class ReferCaseInput extends CaseInput {
  @Field(() => ID, { description: "上级对口单位。 The counterpart above." })
  departmentId!: string;
  @Field(() => ReferralLevelEnum)
  level!: ReferralLevel;
  @Field(() => String, { description: "转报事由,勿写个人信息。 Why; no personal data." })
  reason!: string;
}

@InputType()
export class AnswerReferralInput extends CaseInput {
  @Field(() => String)
  result!: string;
}

@InputType({ description: "异地互认的材料(R122)。 A paper that another region issued." })
export class RecogniseMaterialInput extends CaseInput {
  @Field(() => ID)
  requirementId!: string;
  @Field(() => ID, { description: "出具地区,须为其他地区。 The other region." })
  regionId!: string;
  @Field(() => String, { description: "出具单位。 Who issued it." })
  issuedBy!: string;
  @Field(() => String, { description: "核验途径:单位或登记系统。 With whom or in which register it was checked." })
  checkedWith!: string;
  @Field(() => String, { description: "材料编号(个人信息,另行存放)。 Its number: personal, kept apart." })
  reference!: string;
}

@Resolver(() => CaseType)
export class CaseReferrals {
  @InsidersOnly()
  @FieldResolver(() => [ReferralType], { description: "转报情况,早的在前(R111)。 Where it went up, oldest first." })
  referrals(@Root() found: VisibleCase) {
    return inFull(found).referrals ?? [];
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "转报上级对口单位(R111):通知对方,办件仍在原处可查。拒绝码:REFERRAL_OPEN、REFERRAL_NOT_POSSIBLE。 Refers a case up; it stays visible where it is.",
  })
  async referCase(@Arg("input", () => ReferCaseInput) input: ReferCaseInput, @Ctx() context: Context) {
    return fullView(await referCase(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description: "登记上级答复(R111),之后方可决定。拒绝码:REFERRAL_NOT_POSSIBLE。 Records the counterpart's answer.",
  })
  async answerReferral(@Arg("input", () => AnswerReferralInput) input: AnswerReferralInput, @Ctx() context: Context) {
    return fullView(await answerReferral(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "异地互认(R122):凭编号收取其他地区出具的材料,由窗口核验。拒绝码:RECOGNITION_NOT_POSSIBLE。 Takes a paper of another region by reference, checked at the window.",
  })
  async recogniseMaterial(
    @Arg("input", () => RecogniseMaterialInput) input: RecogniseMaterialInput,
    @Ctx() context: Context,
  ) {
    return fullView(await recogniseMaterial(context, input));
  }
}
