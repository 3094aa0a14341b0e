import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Field, ID, InputType } from "type-graphql";
import type { AccountabilityLevel, RectificationSource } from "../domain/rectificationTask.js";
import { VersionedMutation } from "./inputs.js";
import { AccountabilityLevelEnum, RectificationSourceEnum } from "./rectificationEnums.js";

@InputType({ description: "下达整改任务。 Orders that something be put right." })
export class OpenRectificationTaskInput extends ClientMutation {
  @Field(() => RectificationSourceEnum)
  source!: RectificationSource;
  @Field(() => ID, { nullable: true, description: "来源记录编号,同一来源只下达一次。 One task for each source." })
  sourceId: string | null = null;
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID, { nullable: true, description: "责任部门;不填为网点自身。 Left out, the outlet itself." })
  departmentId: string | null = null;
  @Field(() => String)
  title!: string;
  @Field(() => String, { description: "整改要求。 What is asked for." })
  demand!: string;
  @Field(() => String, { description: "整改小组名称(R190)。 The team's name." })
  teamName!: string;
  @Field(() => ID, { description: "组长。 Who leads it." })
  leaderId!: string;
  @Field(() => [ID], { defaultValue: [] })
  memberIds!: string[];
  @Field(() => PlainDateScalar, { nullable: true, description: "不填为5个工作日。 Five working days when left out." })
  dueOn: PlainDate | null = null;
  @Field(() => PlainDateScalar, { nullable: true, description: "总结报送期限。 When a summary is due." })
  summaryDueOn: PlainDate | null = null;
}

@InputType()
export abstract class RectificationStepInput extends VersionedMutation {
  @Field(() => ID)
  taskId!: string;
}

@InputType()
export class FollowUpRectificationInput extends RectificationStepInput {
  @Field(() => String, { description: "督导情况。 What was seen." })
  note!: string;
}

@InputType()
export class ReportRectificationInput extends RectificationStepInput {
  @Field(() => String, { description: "整改结果或工作总结。 The result, or the summary." })
  report!: string;
}

@InputType()
export class VerifyTaskInput extends RectificationStepInput {
  @Field(() => Boolean, { defaultValue: true, description: "不通过则退回整改。 False sends it back." })
  accepted!: boolean;
  @Field(() => String, { defaultValue: "" })
  remark!: string;
}

@InputType()
export class EscalateRectificationInput extends RectificationStepInput {
  @Field(() => AccountabilityLevelEnum)
  level!: AccountabilityLevel;
  @Field(() => String)
  reason!: string;
}
