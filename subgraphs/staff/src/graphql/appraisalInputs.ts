import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Field, ID, InputType, Int } from "type-graphql";
import type { Aspect } from "../domain/appraisal.js";
import { AspectEnum } from "./appraisalEnums.js";

@InputType({ description: "一个方面的得分。 The score of one aspect." })
export class AspectScoreInput {
  @Field(() => AspectEnum)
  aspect!: Aspect;
  @Field(() => Int, { description: "0 至 100。" })
  score!: number;
}

@InputType({ description: "一次考核(R169)。 One appraisal." })
export class RecordAppraisalInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
  @Field(() => Int)
  year!: number;
  @Field(() => Int, { nullable: true, description: "不填为年终考核。 Left out, the year-end appraisal." })
  quarter?: number | null;
  @Field(() => [AspectScoreInput], { description: "五个方面各一次。 Each of the five aspects once." })
  scores!: AspectScoreInput[];
  @Field(() => Boolean, { description: "是否合格。 Whether the person passed." })
  passed!: boolean;
}

@InputType({ description: "办结谈话或整改(R172)。 The talk was held, or the rectification made." })
export class CompleteFollowUpInput extends ClientMutation {
  @Field(() => ID)
  followUpId!: string;
}

@InputType({ description: "派驻单位重新选派(R173)。 The home unit selects somebody else." })
export class NominateReplacementInput extends ClientMutation {
  @Field(() => ID)
  replacementId!: string;
  @Field(() => ID)
  staffId!: string;
}

@InputType({ description: "同意替换人员上岗(R173)。 The managing body agrees." })
export class ApproveReplacementInput extends ClientMutation {
  @Field(() => ID)
  replacementId!: string;
}
