import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { AppealVerdict, BadReviewEvent, BadReviewStatus } from "../domain/badReview.js";
import type { ProblemCategory } from "../domain/tag.js";
import { AppealVerdictEnum, BadReviewStatusEnum, BadReviewStepEnum } from "./badReviewEnums.js";
import { ProblemCategoryEnum } from "./evaluationEnums.js";

@ObjectType("BadReview", {
  description: "差评整改:自差评产生至反馈评价人。 The work on one bad review, until its author has the answer.",
})
@Directive(`@key(fields: "id")`)
export class BadReviewType {
  @Field(() => ID)
  id!: string;

  @Field(() => BadReviewStatusEnum)
  status!: BadReviewStatus;

  @Field(() => Boolean, { description: "实名差评须回访。 A return visit is a duty." })
  realName!: boolean;

  @Field(() => [ProblemCategoryEnum])
  categories!: readonly ProblemCategory[];

  @Field(() => PlainDateScalar)
  openedOn!: PlainDate;

  @Field(() => PlainDateScalar, {
    description: "五个工作日内整改并反馈。 Last office day on which the answer is in time.",
  })
  dueOn!: PlainDate;

  @Field(() => Boolean, { description: "超出已公布的工作日历,可能调整。 True: the calendar may still move it." })
  dueProvisional!: boolean;

  @Field(() => PlainDateScalar, { nullable: true })
  returnVisitedOn!: PlainDate | null;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: "超期升级督办之日。 When it was escalated, being late.",
  })
  escalatedOn!: PlainDate | null;

  @Field(() => String, { nullable: true, description: "对评价人的反馈。 What the author was told." })
  feedback!: string | null;

  @Field(() => PlainDateScalar, { nullable: true })
  fedBackOn!: PlainDate | null;

  @Field(() => Int, { description: "每次变更加一。 Counts changes from 1; send it back to detect others'." })
  version!: number;
}

@ObjectType("BadReviewStep", { description: "差评处理的一步。 One step: who, when, what." })
export class BadReviewStepType {
  @Field(() => BadReviewStepEnum)
  type!: BadReviewEvent["type"];

  @Field(() => InstantScalar)
  at!: Date;

  @Field(() => String, { nullable: true, description: "所记内容。 What was written down." })
  text!: string | null;

  @Field(() => Boolean, { nullable: true, description: "复核是否通过。 Whether the rectification was accepted." })
  accepted!: boolean | null;

  @Field(() => AppealVerdictEnum, { nullable: true })
  verdict!: AppealVerdict | null;
}

@ObjectType("BadReviewConnection", { description: "一页差评,新的在前。 A page of bad reviews, newest first." })
export class BadReviewConnectionType {
  @Field(() => [BadReviewType])
  nodes!: BadReviewType[];

  @Field(() => String, { nullable: true, description: "下一页的 after。 Pass it as `after` to get the next page." })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
