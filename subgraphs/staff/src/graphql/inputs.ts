import { ClientMutation } from "@yimen/kernel/clientMutation";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Field, ID, InputType, Int } from "type-graphql";

const VERSION = "所见版本;已变更则拒绝并给出现状。 The version seen; refused if it changed.";

@InputType({ description: "签到或签退(R152)。 Signing in or out." })
export class SignInput extends ClientMutation {
  @Field(() => ID, { description: "本人所在网点。 The caller's own outlet." })
  outletId!: string;
}

@InputType({ description: "请假(R153)。 Asking for leave." })
export class RequestLeaveInput extends ClientMutation {
  @Field(() => InstantScalar)
  from!: Date;
  @Field(() => InstantScalar)
  until!: Date;
  @Field(() => String)
  reason!: string;
}

@InputType({ description: "对请假的一次操作。 An act on a leave." })
export class LeaveInput extends ClientMutation {
  @Field(() => ID)
  leaveId!: string;
  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;
}

@InputType()
export class RefuseLeaveInput extends LeaveInput {
  @Field(() => String, { description: "理由。 The explanation." })
  reason!: string;
}

@InputType({ description: "属事单位核发上岗证明(R147、R208)。 A department passes somebody for its matters." })
export class IssueCertificateInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
  @Field(() => ID)
  departmentId!: string;
  @Field(() => String, { description: "岗前培训记录(R208)。 What the training is filed under." })
  trainingRecord!: string;
  @Field(() => ID, {
    nullable: true,
    description: "已记录的岗前培训;不填取本部门最近一次。 The recorded training; left out, the department's latest.",
  })
  trainingSessionId?: string | null;
  @Field(() => InstantScalar, { nullable: true, description: "不填即时生效。 Left out, it is valid at once." })
  validFrom?: Date | null;
  @Field(() => InstantScalar, { nullable: true })
  validUntil?: Date | null;
}

@InputType()
export class RevokeCertificateInput extends ClientMutation {
  @Field(() => ID)
  certificateId!: string;
  @Field(() => Int, { nullable: true, description: VERSION })
  version?: number | null;
}
