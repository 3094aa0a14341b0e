import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { CommentState, EvaluationChannel, EvaluationScope } from "../domain/evaluation.js";
import type { SatisfactionGrade } from "../domain/grade.js";
import type { EvaluationTag } from "../domain/tag.js";
import {
  CommentStateEnum,
  EvaluationChannelEnum,
  EvaluationScopeEnum,
  EvaluationTagEnum,
  SatisfactionGradeEnum,
} from "./evaluationEnums.js";

@ObjectType("Evaluation", {
  description: "好差评:群众对一次办事的评价。 What an applicant said about one visit or one online matter.",
})
@Directive(`@key(fields: "id")`)
export class EvaluationType {
  @Field(() => ID)
  id!: string;

  @Field(() => EvaluationScopeEnum)
  scope!: EvaluationScope;

  @Field(() => SatisfactionGradeEnum)
  grade!: SatisfactionGrade;

  @Field(() => EvaluationChannelEnum)
  channel!: EvaluationChannel;

  @Field(() => [EvaluationTagEnum])
  tags!: readonly EvaluationTag[];

  @Field(() => CommentStateEnum)
  commentState!: CommentState;

  @Field(() => Boolean, { description: "匿名评价:不显示评价人及其办事记录。 Nothing leads to its author." })
  anonymous!: boolean;

  @Field(() => Boolean, { description: "实名评价。 The visit knows who gave it; a bad one is returned to." })
  realName!: boolean;

  @Field(() => PlainDateScalar, { description: "评价日。 The office day on which it was given." })
  givenOn!: PlainDate;

  @Field(() => Boolean, { description: "经申诉认定误评或不实的无效,不计入评分。 False: it does not count." })
  valid!: boolean;

  @Field(() => Int, { description: "每次变更加一。 Counts changes from 1; send it back to detect others'." })
  version!: number;
}

@ObjectType("EvaluationConnection", { description: "一页评价,新的在前。 A page of evaluations, newest first." })
export class EvaluationConnectionType {
  @Field(() => [EvaluationType])
  nodes!: EvaluationType[];

  @Field(() => String, { nullable: true, description: "下一页的 after。 Pass it as `after` to get the next page." })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
