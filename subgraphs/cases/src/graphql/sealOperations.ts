import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { listVisibleSealUses } from "../listSealUses.js";
import { closeSealAlert, recordSealUse } from "../sealActs.js";
import { CloseSealAlertInput, RecordSealUseInput } from "./inputs.js";
import { SealUseType } from "./sealUseType.js";

@InputType({ description: "筛选条件;未填的不筛选。 What is left out does not narrow." })
export class SealUseFilter {
  @Field(() => ID, { nullable: true })
  departmentId?: string;
  @Field(() => ID, { nullable: true })
  outletId?: string;
  @Field(() => Boolean, { nullable: true, description: "仅不规范用印。 Only uses that raised an alert." })
  irregular?: boolean;
  @Field(() => Boolean, { nullable: true, description: "仅未闭环的预警。 Only alerts that nobody has closed." })
  open?: boolean;
}

@Resolver()
export class SealQueries {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [SealUseType], {
    nullable: true,
    description:
      "用印记录,新的在前,至多 100;用印部门、监督人员和中心主任可见。 Uses of seals, newest first; for the department, supervisors and the centre's director.",
  })
  sealUses(
    @Ctx() context: Context,
    @Arg("filter", () => SealUseFilter, { nullable: true }) filter: SealUseFilter | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return listVisibleSealUses(context, filter ?? {}, first);
  }
}

@Resolver()
export class SealMutations {
  @StaffOnly()
  @Mutation(() => SealUseType, {
    description:
      "登记一次用印;无对应审批决定或无用印权的即时预警(R126)。 Records a use of a seal; one that is not in order raises an alert at once.",
  })
  recordSealUse(@Arg("input", () => RecordSealUseInput) input: RecordSealUseInput, @Ctx() context: Context) {
    return recordSealUse(context, input);
  }

  @StaffOnly()
  @Mutation(() => SealUseType, {
    description: "核查后闭环(R126)。拒绝码:SEAL_ALERT_NOT_OPEN、NOT_YOUR_SEAL。 Closes an alert with what was found.",
  })
  closeSealAlert(@Arg("input", () => CloseSealAlertInput) input: CloseSealAlertInput, @Ctx() context: Context) {
    return closeSealAlert(context, input);
  }
}
