import { referTo } from "@yimen/kernel/reference";
import { officeDay } from "@yimen/workdays/instant";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type BadReview, isOverdue } from "../domain/badReview.js";
import { type BadReviewStep, stepOf } from "./badReviewStep.js";
import { BadReviewStepType, BadReviewType } from "./badReviewType.js";
import { EvaluationType } from "./evaluationType.js";
import { OutletReference, StaffMemberReference, WindowReference } from "./references.js";
import { SystemicIssueType } from "./systemicIssueType.js";

@Resolver(() => BadReviewType)
export class BadReviewResolver {
  @FieldResolver(() => EvaluationType)
  evaluation(@Root() { evaluationId }: BadReview, @Ctx() { loaders }: Context) {
    return loaders.evaluationById.load(evaluationId);
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: BadReview) {
    return { id: outletId };
  }

  @FieldResolver(() => WindowReference, { nullable: true })
  window(@Root() { windowId }: BadReview) {
    return referTo(windowId);
  }

  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "谁办理、谁负责。 Who served and answers for it.",
  })
  officer(@Root() { officerId }: BadReview) {
    return referTo(officerId);
  }

  @FieldResolver(() => Boolean, { description: "是否已超期。 Whether the answer is late today." })
  overdue(@Root() found: BadReview, @Ctx() { clock }: Context) {
    return isOverdue(found, officeDay(clock()));
  }

  @FieldResolver(() => [BadReviewStepType], { description: "处理过程,旧的在前。 What was done, oldest first." })
  async steps(@Root() { id }: BadReview, @Ctx() { loaders }: Context) {
    return (await loaders.historyOf.load(id)).map(stepOf);
  }

  @FieldResolver(() => [SystemicIssueType], { description: "所属共性问题。 The systemic issues it is part of." })
  async systemicIssues(@Root() { id }: BadReview, @Ctx() { loaders }: Context) {
    return (await loaders.issuesOfReview.load(id)).map(({ issue }) => issue);
  }
}

@Resolver(() => BadReviewStepType)
export class BadReviewStepResolver {
  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "办理人;系统自动时为空。 Null when the clock did it.",
  })
  by(@Root() { by }: BadReviewStep) {
    return referTo(by);
  }
}

/** How references to a bad review are completed; the loader keeps it to those who work on it. */
export const resolveBadReviewReference = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.badReviewById.load(id);
