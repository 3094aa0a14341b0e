import { Page, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { escalateRectification, followUpRectification, reportRectification, verifyTask } from "../changeTask.js";
import type { Context } from "../context.js";
import type { RectificationStatus } from "../domain/rectificationTask.js";
import { listVisibleTasks } from "../listVisibleTasks.js";
import { openRectificationTask } from "../openRectificationTask.js";
import { summariseTasks } from "../summariseTasks.js";
import { PageArgs } from "./queries.js";
import { RectificationStatusEnum } from "./rectificationEnums.js";
import {
  EscalateRectificationInput,
  FollowUpRectificationInput,
  OpenRectificationTaskInput,
  ReportRectificationInput,
  VerifyTaskInput,
} from "./rectificationInputs.js";
import {
  RectificationSummaryType,
  RectificationTaskConnectionType,
  RectificationTaskType,
} from "./rectificationTaskType.js";

@ArgsType()
class TasksArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  outletId?: string;
  @Field(() => ID, { nullable: true })
  departmentId?: string;
  @Field(() => RectificationStatusEnum, { nullable: true })
  status?: RectificationStatus;
}

@Resolver()
export class RectificationQueries {
  @StaffOnly()
  @Query(() => RectificationTaskType, {
    nullable: true,
    description: "一件整改任务;非责任单位、非督导人员为空。 Null also when it is not the caller's to see.",
  })
  rectificationTask(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.taskById.load(id);
  }

  @StaffOnly()
  @Page()
  @Query(() => RectificationTaskConnectionType, {
    nullable: true,
    description:
      "一个网点或部门的整改任务(R184、R193)。拒绝码:NOT_YOUR_WORK、NOT_YOUR_RECTIFICATION。 An outlet's or a department's tasks.",
  })
  rectificationTasks(@Args(() => TasksArgs) args: TasksArgs, @Ctx() context: Context) {
    return listVisibleTasks(context, args, args);
  }

  @StaffOnly()
  @Query(() => [RectificationSummaryType], {
    nullable: true,
    description: "各部门、各网点全年整改情况(R196)。 How departments and outlets did in a year; for overseers.",
  })
  rectificationSummary(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("year", () => Int) year: number,
    @Ctx() context: Context,
  ) {
    return summariseTasks(context, regionId, year);
  }
}

@Resolver()
export class RectificationMutations {
  @StaffOnly()
  @Mutation(() => RectificationTaskType, {
    description:
      "下达整改任务(R184、R190、R198)。拒绝码:NOT_YOUR_WORK、RECTIFICATION_ALREADY_ORDERED、DUE_DAY_INVALID、TEXT_MISSING。 Orders that something be put right.",
  })
  openRectificationTask(
    @Arg("input", () => OpenRectificationTaskInput) input: OpenRectificationTaskInput,
    @Ctx() context: Context,
  ) {
    return openRectificationTask(context, input);
  }

  @StaffOnly()
  @Mutation(() => RectificationTaskType, { description: "跟踪督导(R193)。 Notes what was seen on the way." })
  followUpRectification(
    @Arg("input", () => FollowUpRectificationInput) input: FollowUpRectificationInput,
    @Ctx() context: Context,
  ) {
    return followUpRectification(context, input);
  }

  @StaffOnly()
  @Mutation(() => RectificationTaskType, {
    description:
      "上报整改结果或总结。拒绝码:NOT_YOUR_RECTIFICATION、RECTIFICATION_STEP_NOT_ALLOWED。 The owner reports a result.",
  })
  reportRectification(
    @Arg("input", () => ReportRectificationInput) input: ReportRectificationInput,
    @Ctx() context: Context,
  ) {
    return reportRectification(context, input);
  }

  @StaffOnly()
  @Mutation(() => RectificationTaskType, {
    description:
      "核验整改结果,不得自验。拒绝码:OWN_RECTIFICATION、RECTIFICATION_STEP_NOT_ALLOWED。 Somebody else verifies, or sends it back.",
  })
  verifyTask(@Arg("input", () => VerifyTaskInput) input: VerifyTaskInput, @Ctx() context: Context) {
    return verifyTask(context, input);
  }

  @StaffOnly()
  @Mutation(() => RectificationTaskType, {
    description:
      "通报、责令整改、问责(R195),逐级进行并重新限期。拒绝码:LEVEL_OUT_OF_ORDER。 One step up, with a new term.",
  })
  escalateRectification(
    @Arg("input", () => EscalateRectificationInput) input: EscalateRectificationInput,
    @Ctx() context: Context,
  ) {
    return escalateRectification(context, input);
  }
}
