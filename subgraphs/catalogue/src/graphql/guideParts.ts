import { ForPartners } from "@yimen/kernel/forPartners";
import type { TimeLimit, TimeUnit } from "@yimen/workdays/timeLimit";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import type { SpecialProcedureKind } from "../domain/guide.js";
import { SpecialProcedureKindEnum, TimeUnitEnum } from "./guideEnums.js";

@ForPartners()
@ObjectType("TimeLimit", {
  description: "时限:数值与单位分列(GB/T 39046);0 为当场。 A limit with its unit; 0 means at once.",
})
@Directive("@shareable")
export class TimeLimitType implements TimeLimit {
  @Field(() => Int)
  value!: number;

  @Field(() => TimeUnitEnum)
  unit!: TimeUnit;

  @Field(() => String, { nullable: true, description: "时限说明。 As published." })
  note?: string | null;
}

@ForPartners()
@ObjectType("ProcessStep", { description: "办理环节。 One step of the procedure." })
export class ProcessStepType {
  @Field(() => String)
  name!: string;

  @Field(() => TimeLimitType, { nullable: true })
  limit!: TimeLimit | null;

  @Field(() => String, { description: "承办人。 Whose step it is." })
  role!: string;

  @Field(() => String, { description: "办理标准。 What it must satisfy." })
  standard!: string;

  @Field(() => String, { description: "环节结果。 What comes of it." })
  result!: string;
}

@ForPartners()
@ObjectType("Fee", { description: "收费。 What is charged." })
export class FeeType {
  @Field(() => Boolean)
  charged!: boolean;

  @Field(() => String, { nullable: true })
  item!: string | null;

  @Field(() => String, { nullable: true, description: "收费标准。 Amount and unit, in words." })
  standard!: string | null;

  @Field(() => String, { nullable: true, description: "收费依据。 The provision." })
  basis!: string | null;

  @Field(() => String, { nullable: true, description: "减免。 Reductions." })
  reduction!: string | null;
}

@ForPartners()
@ObjectType("SpecialProcedureRule", {
  description: "事项的特别程序,不计入承诺时限。 A procedure that does not count as time.",
})
export class SpecialProcedureRuleType {
  @Field(() => SpecialProcedureKindEnum)
  kind!: SpecialProcedureKind;

  @Field(() => String)
  name!: string;

  @Field(() => TimeLimitType, { nullable: true })
  limit!: TimeLimit | null;
}
