import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { Employment, Origin } from "../domain/staffMember.js";
import { recordOrigin } from "../recordOrigin.js";
import { EmploymentEnum } from "./enums.js";
import { OriginEnum } from "./peopleOperations.js";
import { StaffMemberType } from "./staffMemberType.js";

@InputType({ description: "登记人员来源、用工性质(R144–R146)。 Enters where somebody comes from, and how employed." })
class RecordOriginInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
  @Field(() => OriginEnum)
  origin!: Origin;
  @Field(() => EmploymentEnum, { nullable: true, description: "有变动则填。 Where it has changed." })
  employment?: Employment | null;
}

@Resolver()
export class OriginMutations {
  @StaffOnly()
  @Mutation(() => StaffMemberType, {
    description:
      "登记人员来源、用工性质(R144–R146);与方案不符的列入任用不符。拒绝码:NOT_OUTLET_KEEPER、STAFF_MEMBER_NOT_FOUND。 Enters where somebody comes from; what is not as the plan asks shows among the gaps.",
  })
  async recordOrigin(@Arg("input", () => RecordOriginInput) input: RecordOriginInput, @Ctx() context: Context) {
    return context.loaders.staffById.load(await recordOrigin(context, input));
  }
}
