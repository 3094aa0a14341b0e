import { FirstOnes, InsidersOnly, StaffOnly } from "@yimen/kernel/accessDirectives";
import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../context.js";
import type { JointHandling, JointParty } from "../domain/jointHandling.js";
import { fullView, inFull } from "../inFull.js";
import { conveneJointHandling, giveJointOpinion, jointCases, superviseJointHandling } from "../jointActs.js";
import type { VisibleCase } from "../loaders.js";
import { ActorType } from "./actorType.js";
import { CaseType } from "./caseType.js";
import { CaseInput } from "./inputs.js";
import { DepartmentReference } from "./references.js";

@ObjectType("JointOpinion", { description: "联办意见,由部门首席代表提出。 A department's opinion on a joint case." })
export class JointOpinionType {
  @Field(() => Boolean, { description: "是否同意准予。 Whether the department agrees to a grant." })
  agrees!: boolean;
  @Field(() => String)
  opinion!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("JointParty", { description: "联办部门及其意见期限。 A department called, and when its opinion is due." })
export class JointPartyType {
  @Field(() => PlainDateScalar)
  dueOn!: string;
  @Field(() => JointOpinionType, { nullable: true, description: "未提出为空。 Null while it is missing." })
  opinion!: object | null;
}

@Resolver(() => JointPartyType)
export class JointPartyResolver {
  @FieldResolver(() => DepartmentReference, { nullable: true })
  department(@Root() { departmentId }: JointParty): DepartmentReference {
    return { id: departmentId };
  }
}

@ObjectType("JointHandling", {
  description: "联办(R123):意见齐全且有监管方可决定。 Decided once every opinion is there, under supervision.",
})
export class JointHandlingType {
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
  @Field(() => [JointPartyType], { description: "承办部门在前。 The deciding department first." })
  parties!: object[];
}

@Resolver(() => JointHandlingType)
export class JointHandlingResolver {
  @FieldResolver(() => ActorType, {
    nullable: true,
    description: "审批监管人员;未加入为空。 Null until one has joined.",
  })
  supervisedBy(@Root() { supervision }: JointHandling) {
    return supervision?.by ?? null;
  }

  @FieldResolver(() => InstantScalar, { nullable: true })
  supervisedAt(@Root() { supervision }: JointHandling): string | null {
    return supervision?.at ?? null;
  }
}

@InputType({ description: "一个联办部门。 A department to be called." })
export class JointPartyInput {
  @Field(() => ID)
  departmentId!: string;
  @Field(() => PlainDateScalar, { description: "意见期限,不晚于办件期限。 Not after the case is due." })
  dueOn!: PlainDate;
}

@InputType()
export class ConveneJointHandlingInput extends CaseInput {
  @Field(() => [JointPartyInput], { description: "除承办部门外的联办部门。 All but the deciding department." })
  parties!: JointPartyInput[];
  @Field(() => String, { description: "跨层级、跨区域或跨部门的理由。 Why it crosses levels, regions or departments." })
  reason!: string;
}

@InputType()
export class GiveJointOpinionInput extends CaseInput {
  @Field(() => Boolean)
  agrees!: boolean;
  @Field(() => String, { defaultValue: "", description: "不同意时必填。 Required when it does not agree." })
  opinion!: string;
}

@Resolver(() => CaseType)
export class CaseJointHandling {
  @InsidersOnly()
  @FieldResolver(() => JointHandlingType, {
    nullable: true,
    description: "联办(R123);非联办为空。 Null of other cases.",
  })
  jointHandling(@Root() found: VisibleCase) {
    return inFull(found).joint ?? null;
  }

  @FirstOnes()
  @StaffOnly()
  @Query(() => [CaseType], {
    nullable: true,
    description: "本部门参与、尚未决定的联办件,早的在前。 Undecided joint cases to which one's department was called.",
  })
  jointCases(@Ctx() context: Context, @Arg("first", () => Int, { defaultValue: 20 }) first: number) {
    return jointCases(context, first);
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "启动联办(R123),同时通知各部门。拒绝码:JOINT_ALREADY_CONVENED、JOINT_PARTIES_NOT_VALID。 Calls the departments concerned together.",
  })
  async conveneJointHandling(
    @Arg("input", () => ConveneJointHandlingInput) input: ConveneJointHandlingInput,
    @Ctx() context: Context,
  ) {
    return fullView(await conveneJointHandling(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "提出联办意见(R123),仅首席代表;决定前可更改。拒绝码:NOT_A_JOINT_PARTY、CHIEF_REPRESENTATIVE_ONLY。 A department's opinion, by its chief representative.",
  })
  async giveJointOpinion(
    @Arg("input", () => GiveJointOpinionInput) input: GiveJointOpinionInput,
    @Ctx() context: Context,
  ) {
    return fullView(await giveJointOpinion(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description: "审批监管人员加入联办(R123)。拒绝码:JOINT_NOT_CONVENED。 A supervisor joins the joint session.",
  })
  async superviseJointHandling(@Arg("input", () => CaseInput) input: CaseInput, @Ctx() context: Context) {
    return fullView(await superviseJointHandling(context, input));
  }
}
