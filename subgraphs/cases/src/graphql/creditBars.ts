import { FirstOnes, Personal, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { barCredit, creditBars, liftCreditBar } from "../creditActs.js";

@InputType()
export class BarCreditInput extends ClientMutation {
  @Field(() => ID)
  regionId!: string;
  @Field(() => String, { description: "统一身份标识或证件号码。 The applicant's id, or identity number." })
  subject!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class LiftCreditBarInput extends ClientMutation {
  @Field(() => ID)
  creditBarId!: string;
}

@ObjectType("CreditBar", {
  description: "不适用容缺受理的失信记录。 Whose commitment is not taken, until it is lifted.",
})
export class CreditBarType {
  @Field(() => ID)
  id!: string;
  @Personal("ID_NUMBER")
  @Field(() => String)
  subject!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  barredAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  liftedAt!: Date | null;
}

@Resolver()
export class CreditBarOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [CreditBarType], {
    nullable: true,
    description: "本地区未解除的失信记录;仅统筹协调、监督人员。 Bars that stand, for those who oversee the region.",
  })
  creditBars(
    @Ctx() context: Context,
    @Arg("regionId", () => ID) regionId: string,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return creditBars(context, regionId, first);
  }

  @StaffOnly()
  @Mutation(() => CreditBarType, {
    description: "登记失信限制:不得容缺受理。拒绝码:NOT_YOURS_TO_BAR。 Bars an applicant's commitments.",
  })
  barCredit(@Arg("input", () => BarCreditInput) input: BarCreditInput, @Ctx() context: Context) {
    return barCredit(context, input);
  }

  @StaffOnly()
  @Mutation(() => CreditBarType, { description: "信用修复后解除。拒绝码:CREDIT_BAR_NOT_OPEN。 Lifts it." })
  liftCreditBar(@Arg("input", () => LiftCreditBarInput) input: LiftCreditBarInput, @Ctx() context: Context) {
    return liftCreditBar(context, input);
  }
}
