import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { TargetProgress, TargetState } from "../domain/network.js";
import type { StaffingViolation } from "../domain/staffing.js";
import { DepartmentType } from "./departmentType.js";
import { StaffRoleEnum, TargetStateEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { WindowType } from "./windowType.js";

@ObjectType("NetworkTarget", { description: "网络形态中的一项,如“9”。 One part of the shape, such as the 9." })
export class NetworkTargetType {
  @Field(() => Int, { description: "已建。 How many there are." })
  present!: number;
  @Field(() => [String], { description: "应建未建的地方。 Named places without one." })
  missing!: readonly string[];
  @Field(() => TargetStateEnum)
  state!: TargetState;
}

@Resolver(() => NetworkTargetType)
export class NetworkTargetResolver {
  @FieldResolver(() => String, { description: "方案中的写法:1、9、N。 As the plan writes it." })
  label(@Root() { target }: TargetProgress): string {
    return target.label;
  }

  @FieldResolver(() => Int, { nullable: true, description: "应建数;N 为空。 How many there must be; null for N." })
  required(@Root() { target }: TargetProgress): number | null {
    return target.count;
  }

  @FieldResolver(() => PlainDateScalar, { nullable: true, description: "完成期限(R002)。 When it is due." })
  dueOn(@Root() { target }: TargetProgress): string | null {
    return target.dueOn;
  }
}

@ObjectType("PlanRule", { description: "规则的编号、原文与出处。 A rule with its sentence and source." })
export class PlanRuleType {
  @Field(() => String)
  id!: string;
  @Field(() => String)
  sentence!: string;
  @Field(() => String)
  source!: string;
}

@ObjectType("StaffingViolation", { description: "一处人员配备不符。 Too few or too many people somewhere." })
export class StaffingViolationType {
  @Field(() => ID, { description: "网点、窗口、部门或区域的编号。 Id of the place it is about." })
  subjectId!: string;
  @Field(() => Int)
  actual!: number;
}

@Resolver(() => StaffingViolationType)
export class StaffingViolationResolver {
  @FieldResolver(() => PlanRuleType)
  rule(@Root() { rule }: StaffingViolation): PlanRuleType {
    return { id: rule.ruleId, sentence: rule.sentence, source: rule.source };
  }

  @FieldResolver(() => StaffRoleEnum)
  role(@Root() { rule }: StaffingViolation): string {
    return rule.role;
  }

  @FieldResolver(() => Int, { description: "至少。 At least so many." })
  min(@Root() { rule }: StaffingViolation): number {
    return rule.min;
  }

  @FieldResolver(() => Int, { nullable: true, description: "至多;空为不限。 At most so many; null for any number." })
  max(@Root() { rule }: StaffingViolation): number | null {
    return rule.max;
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { rule, subjectId }: StaffingViolation, @Ctx() { loaders }: Context) {
    return rule.scope === "OUTLET" ? loaders.outletById.load(subjectId) : null;
  }

  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { rule, subjectId }: StaffingViolation, @Ctx() { loaders }: Context) {
    return rule.scope === "WINDOW" ? loaders.windowById.load(subjectId) : null;
  }

  @FieldResolver(() => DepartmentType, { nullable: true })
  department(@Root() { rule, subjectId }: StaffingViolation, @Ctx() { loaders }: Context) {
    return rule.scope === "DEPARTMENT" ? loaders.departmentById.load(subjectId) : null;
  }
}

@ObjectType("StaffingCompliance", { description: "人员配备合规情况。 How staffing stands against the plan." })
export class StaffingComplianceType {
  @Field(() => PlainDateScalar)
  asOf!: string;
  @Field(() => [StaffingViolationType])
  violations!: readonly StaffingViolationType[];
}

@Resolver(() => StaffingComplianceType)
export class StaffingComplianceResolver {
  @FieldResolver(() => Boolean)
  compliant(@Root() { violations }: StaffingComplianceType): boolean {
    return violations.length === 0;
  }
}
