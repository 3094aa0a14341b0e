import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { TrainingForm, TrainingLevel, TrainingPlan, TrainingSession, TrainingTopic } from "../domain/training.js";
import type { MissingTraining } from "../domain/trainingCompliance.js";
import { DepartmentType } from "./departmentType.js";
import { OutletType } from "./outletType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { TrainingFormEnum, TrainingLevelEnum, TrainingTopicEnum } from "./trainingEnums.js";

@ObjectType("TrainingPlan", { description: "年度培训计划(R209)。 What a unit means to teach in a year." })
export class TrainingPlanType {
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  year!: number;
  @Field(() => Int, { description: "计划场次。 How many sessions are planned." })
  sessions!: number;
  @Field(() => [TrainingTopicEnum])
  topics!: readonly TrainingTopic[];
}

@Resolver(() => TrainingPlanType)
export class TrainingPlanResolver {
  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: TrainingPlan, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(outletId);
  }

  @FieldResolver(() => Int, { description: "本年度已开展场次。 How many of that year have been held." })
  async held(@Root() { outletId, year }: TrainingPlan, @Ctx() { loaders }: Context): Promise<number> {
    const sessions = await loaders.trainingsOfOutlet.load(outletId);
    return sessions.filter((each) => each.departmentId === null && each.heldOn.startsWith(`${year}-`)).length;
  }
}

@ObjectType("TrainingSession", { description: "一次培训(R155–R158、R208)。 A training that took place." })
export class TrainingSessionType {
  @Field(() => ID)
  id!: string;
  @Field(() => TrainingLevelEnum)
  level!: TrainingLevel;
  @Field(() => PlainDateScalar)
  heldOn!: string;
  @Field(() => [TrainingTopicEnum])
  topics!: readonly TrainingTopic[];
  @Field(() => TrainingFormEnum)
  form!: TrainingForm;
}

@Resolver(() => TrainingSessionType)
export class TrainingSessionResolver {
  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: TrainingSession, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(outletId);
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: "岗前培训的属事单位(R208)。 Whose training before the post it is.",
  })
  department(@Root() { departmentId }: TrainingSession, @Ctx() { loaders }: Context) {
    return departmentId === null ? null : loaders.departmentById.load(departmentId);
  }

  @FieldResolver(() => Int)
  attendance(@Root() { attendeeIds }: TrainingSession): number {
    return attendeeIds.length;
  }

  @StaffOnly()
  @FieldResolver(() => [StaffMemberType], { nullable: "items", description: "参训人员。 Who attended." })
  attendees(@Root() { attendeeIds }: TrainingSession, @Ctx() { loaders }: Context) {
    return loaders.staffById.loadMany(attendeeIds);
  }
}

@ObjectType("MissingTraining", { description: "一处应训未训(R155)。 A unit that trained too rarely in a period." })
export class MissingTrainingType {
  @Field(() => TrainingLevelEnum)
  level!: TrainingLevel;
  @Field(() => String, { description: "年、季或月,如 2026、2026-Q1、2026-03。 The period that is over." })
  period!: string;
  @Field(() => Int)
  required!: number;
  @Field(() => Int)
  held!: number;
}

@Resolver(() => MissingTrainingType)
export class MissingTrainingResolver {
  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: MissingTraining, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(outletId);
  }
}
