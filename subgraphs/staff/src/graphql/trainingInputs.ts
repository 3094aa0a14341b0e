import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import type { TrainingForm, TrainingTopic } from "../domain/training.js";
import { TrainingFormEnum, TrainingTopicEnum } from "./trainingEnums.js";

@InputType({ description: "年度培训计划(R209)。 What a unit means to teach in a year." })
export class PlanTrainingInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => Int)
  year!: number;
  @Field(() => Int)
  sessions!: number;
  @Field(() => [TrainingTopicEnum])
  topics!: TrainingTopic[];
}

@InputType({ description: "一次培训的记录(R155、R208)。 A training that took place." })
export class RecordTrainingSessionInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "属事单位的岗前培训填写(R208)。 The department, for its training before the post.",
  })
  departmentId?: string | null;
  @Field(() => PlainDateScalar)
  heldOn!: string;
  @Field(() => [TrainingTopicEnum])
  topics!: TrainingTopic[];
  @Field(() => TrainingFormEnum)
  form!: TrainingForm;
  @Field(() => [ID])
  attendeeIds!: string[];
}
