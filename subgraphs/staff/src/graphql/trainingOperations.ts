import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { measureTraining } from "../measureTraining.js";
import { planTraining } from "../planTraining.js";
import { recordTrainingSession } from "../recordTrainingSession.js";
import { PlanTrainingInput, RecordTrainingSessionInput } from "./trainingInputs.js";
import { MissingTrainingType, TrainingPlanType, TrainingSessionType } from "./trainingTypes.js";

@Resolver()
export class TrainingOperations {
  @Query(() => [MissingTrainingType], {
    nullable: true,
    description:
      "培训频次(R155):此前十二个月内应训未训的单位与时段。 Units and periods of the last twelve months with too few trainings.",
  })
  trainingCompliance(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("asOf", () => PlainDateScalar, { nullable: true, description: "不填为今天。 Today when left out." })
    asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureTraining(context, regionId, asOf ?? officeDay(context.clock()));
  }

  @Query(() => [TrainingPlanType], {
    nullable: true,
    description: "一个单位的培训计划。 A unit's plans, newest first.",
  })
  trainingPlans(@Arg("outletId", () => ID) outletId: string, @Ctx() { loaders }: Context) {
    return loaders.trainingPlansOf.load(outletId);
  }

  @Query(() => [TrainingSessionType], {
    nullable: true,
    description: "一个单位的培训。 A unit's trainings, newest first.",
  })
  trainingSessions(@Arg("outletId", () => ID) outletId: string, @Ctx() { loaders }: Context) {
    return loaders.trainingsOfOutlet.load(outletId);
  }

  @StaffOnly()
  @Mutation(() => TrainingPlanType, {
    description:
      "制定培训计划(R209)。拒绝码:NOT_TRAINING_ORGANISER、TRAINING_UNIT_INVALID、TRAINING_PLAN_INVALID、TRAINING_ALREADY_PLANNED。 Plans a year's training.",
  })
  async planTraining(@Arg("input", () => PlanTrainingInput) input: PlanTrainingInput, @Ctx() context: Context) {
    return context.loaders.trainingPlanById.load(await planTraining(context, input));
  }

  @StaffOnly()
  @Mutation(() => TrainingSessionType, {
    description:
      "记录一次培训(R155、R208)。拒绝码:NOT_TRAINING_ORGANISER、NOT_OWNING_DEPARTMENT、TRAINING_UNIT_INVALID、TRAINING_SESSION_INVALID、STAFF_MEMBER_NOT_FOUND。 Records a training.",
  })
  async recordTrainingSession(
    @Arg("input", () => RecordTrainingSessionInput) input: RecordTrainingSessionInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.trainingById.load(await recordTrainingSession(context, input));
  }
}
