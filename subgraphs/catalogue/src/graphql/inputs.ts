import { ClientMutation } from "@yimen/kernel/clientMutation";
import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Field, ID, InputType, Int } from "type-graphql";
import type { PresenceMode } from "../domain/matter.js";
import { GuideInput } from "./guideInputs.js";
import { PresenceModeEnum } from "./matterEnums.js";

const VERSION = "所见版本;已变更则拒绝并给出现状。 The version seen; refused if it changed.";

@InputType({ description: "发布一版办事指南。 A guide to be published." })
export class PublishGuideVersionInput extends ClientMutation {
  @Field(() => ID)
  matterId!: string;
  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: "生效时刻,不得早于现在;不填即刻生效。 Left out, at once.",
  })
  effectiveFrom?: Date | null;
  @Field(() => GuideInput)
  guide!: GuideInput;
}

@InputType({ description: "挂起或恢复事项。 Suspends a matter or takes it up again." })
export class ChangeMatterStateInput extends ClientMutation {
  @Field(() => ID)
  matterId!: string;
  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;
  @Field(() => String, { description: "理由或同意意见,留痕。 Why; kept in the log." })
  reason!: string;
}

@InputType()
export class SuspendDormantMattersInput extends ClientMutation {
  @Field(() => ID)
  regionId!: string;
}

@InputType({ description: "公告一个部门的进驻或委托(R057、R058)。 Announces how a department will be present." })
export class AnnounceEntrustmentInput extends ClientMutation {
  @Field(() => ID)
  regionId!: string;
  @Field(() => ID)
  departmentId!: string;
  @Field(() => PresenceModeEnum)
  mode!: PresenceMode;
  @Field(() => PlainDateScalar)
  announcedOn!: PlainDate;
  @Field(() => String)
  announcement!: string;
  @Field(() => [String], { defaultValue: [] })
  checklist!: string[];
  @Field(() => [String], { defaultValue: [] })
  samples!: string[];
  @Field(() => ID, { nullable: true, defaultValue: null })
  chiefRepresentativeId!: string | null;
}

@InputType({ description: "使委托生效或终止。 Lets an entrustment take effect, or ends it." })
export class ChangeEntrustmentInput extends ClientMutation {
  @Field(() => ID)
  entrustmentId!: string;
  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;
}
