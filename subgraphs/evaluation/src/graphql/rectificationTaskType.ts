import { referTo } from "@yimen/kernel/reference";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import {
  type AccountabilityLevel,
  type FollowUpNote,
  isSummaryOverdue,
  isTaskOverdue,
  type RectificationSource,
  type RectificationStatus,
  type RectificationTask,
} from "../domain/rectificationTask.js";
import type { TaskSummary } from "../domain/taskSummary.js";
import { AccountabilityLevelEnum, RectificationSourceEnum, RectificationStatusEnum } from "./rectificationEnums.js";
import { DepartmentReference, OutletReference, StaffMemberReference } from "./references.js";

@ObjectType("SupervisionNote", { description: "一次跟踪督导(R193)。 What was seen when a task was followed up." })
export class SupervisionNoteType {
  @Field(() => PlainDateScalar)
  on!: PlainDate;
  @Field(() => String)
  note!: string;
}

@ObjectType("RectificationTask", {
  description:
    "整改督办任务:问题、责任小组、期限、督导、结果(R184、R190、R193、R195、R198);仅责任单位和督导人员可见。 What must be put right, by whom and by when.",
})
export class RectificationTaskType {
  @Field(() => ID)
  id!: string;
  @Field(() => RectificationSourceEnum)
  source!: RectificationSource;
  @Field(() => ID, { nullable: true, description: "来源记录编号。 The complaint, inspection or issue it comes from." })
  sourceId!: string | null;
  @Field(() => String)
  title!: string;
  @Field(() => String, { description: "整改要求。 What is asked for." })
  demand!: string;
  @Field(() => RectificationStatusEnum)
  status!: RectificationStatus;
  @Field(() => AccountabilityLevelEnum)
  level!: AccountabilityLevel;
  @Field(() => PlainDateScalar)
  openedOn!: PlainDate;
  @Field(() => PlainDateScalar, { description: "整改期限。 Last office day on which the result is in time." })
  dueOn!: PlainDate;
  @Field(() => PlainDateScalar, { nullable: true, description: "总结报送期限(R198)。 When the summary is due." })
  summaryDueOn!: PlainDate | null;
  @Field(() => [SupervisionNoteType], { description: "跟踪督导记录。 Follow-ups, oldest first." })
  followUps!: readonly FollowUpNote[];
  @Field(() => String, { nullable: true, description: "整改结果。 The result as reported." })
  report!: string | null;
  @Field(() => PlainDateScalar, { nullable: true })
  reportedOn!: PlainDate | null;
  @Field(() => Int, { description: "退回次数。 How often the result was sent back." })
  sentBack!: number;
  @Field(() => PlainDateScalar, { nullable: true })
  closedOn!: PlainDate | null;
  @Field(() => Int)
  version!: number;
}

@Resolver(() => RectificationTaskType)
export class RectificationTaskResolver {
  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: RectificationTask) {
    return { id: outletId };
  }

  @FieldResolver(() => DepartmentReference, { nullable: true, description: "责任部门。 Of whom it is ordered." })
  department(@Root() { departmentId }: RectificationTask) {
    return referTo(departmentId);
  }

  @FieldResolver(() => String, { description: "整改小组(R190)。 The team's name." })
  teamName(@Root() { team }: RectificationTask): string {
    return team.name;
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "整改小组组长。 Who leads the team." })
  leader(@Root() { team }: RectificationTask) {
    return { id: team.leaderId };
  }

  @FieldResolver(() => [StaffMemberReference], { nullable: true, description: "整改小组成员。 The team's members." })
  members(@Root() { team }: RectificationTask) {
    return team.memberIds.map((id) => ({ id }));
  }

  @FieldResolver(() => Boolean, { description: "逾期未报结果(R198)。 Nobody has reported a result in time." })
  overdue(@Root() task: RectificationTask, @Ctx() { clock }: Context): boolean {
    return isTaskOverdue(task, officeDay(clock()));
  }

  @FieldResolver(() => Boolean, { description: "总结逾期(R198)。 The summary is late." })
  summaryOverdue(@Root() task: RectificationTask, @Ctx() { clock }: Context): boolean {
    return isSummaryOverdue(task, officeDay(clock()));
  }
}

@ObjectType("RectificationTaskConnection", { description: "一页整改任务,新的在前。 A page of tasks, newest first." })
export class RectificationTaskConnectionType {
  @Field(() => [RectificationTaskType])
  nodes!: RectificationTaskType[];
  @Field(() => String, { nullable: true, description: "下一页的 after。 Pass it as `after` to get the next page." })
  endCursor!: string | null;
  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType("RectificationSummary", {
  description: "一个部门或网点全年整改情况,供年度目标考核(R196)。 One owner's year, for the yearly targets.",
})
export class RectificationSummaryType {
  @Field(() => Int)
  opened!: number;
  @Field(() => Int)
  closed!: number;
  @Field(() => Int, { description: "按期办结。 Reported in time and closed." })
  closedInTime!: number;
  @Field(() => Int)
  overdue!: number;
  @Field(() => Int, { description: "总结逾期。 Summaries that are late." })
  summariesOverdue!: number;
  @Field(() => Int, { description: "被通报及以上。 At least named in a circular." })
  circulated!: number;
  @Field(() => Int, { description: "被责令整改及以上。 At least ordered to rectify." })
  ordered!: number;
  @Field(() => Int, { description: "被问责。 Called to account." })
  accountable!: number;
}

@Resolver(() => RectificationSummaryType)
export class RectificationSummaryResolver {
  @FieldResolver(() => DepartmentReference, { nullable: true })
  department(@Root() { departmentId }: TaskSummary) {
    return referTo(departmentId);
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: TaskSummary) {
    return referTo(outletId);
  }
}
