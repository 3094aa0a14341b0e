import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { referTo } from "@yimen/kernel/reference";
import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { mayDo } from "../domain/authority.js";
import { commentFor, type Evaluation, linksOf } from "../domain/evaluation.js";
import { type SlotState, slotOf } from "../domain/evaluationSlot.js";
import { grades } from "../domain/grade.js";
import { BadReviewType } from "./badReviewType.js";
import { SlotStateEnum } from "./evaluationEnums.js";
import { EvaluationType } from "./evaluationType.js";
import { CaseReference, OutletReference, StaffMemberReference, VisitReference, WindowReference } from "./references.js";

@Resolver(() => EvaluationType)
export class EvaluationResolver {
  @FieldResolver(() => Int, { description: "国家标准代码 1 至 5,1 为最好。 The standard's code; 1 is best." })
  gradeCode(@Root() { grade }: Evaluation): number {
    return grades[grade].code;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "评价内容;审核公开前仅服务点工作人员可见。 Seen by the outlet's staff, and by all once published.",
  })
  comment(@Root() found: Evaluation, @Ctx() { caller }: Context): string | null {
    return commentFor(found, mayDo("followUp", caller, found.outletId));
  }

  @StaffOnly()
  @FieldResolver(() => VisitReference, {
    nullable: true,
    description:
      "所评价的办事记录;匿名评价为空,且仅服务点工作人员可见。 For the outlet's staff; never of an anonymous one.",
  })
  visit(@Root() found: Evaluation, @Ctx() { caller }: Context) {
    return referTo(linksOf(found, mayDo("followUp", caller, found.outletId)).visitId);
  }

  @FieldResolver(() => [CaseReference], {
    nullable: true,
    description: "所涉办件;可见范围同 visit。 The cases it is about; seen by those who see the visit.",
  })
  cases(@Root() found: Evaluation, @Ctx() { caller }: Context) {
    return linksOf(found, mayDo("followUp", caller, found.outletId)).caseIds.map((id) => ({ id }));
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: Evaluation) {
    return { id: outletId };
  }

  @FieldResolver(() => WindowReference, { nullable: true })
  window(@Root() { windowId }: Evaluation) {
    return referTo(windowId);
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "实际服务的工作人员。 Who served." })
  officer(@Root() { officerId }: Evaluation) {
    return referTo(officerId);
  }

  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "顶岗时被顶替的 A 岗。 For whom, when B stood in.",
  })
  actingFor(@Root() { actingForId }: Evaluation) {
    return referTo(actingForId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "差评处理的反馈(件件有回音)。 What the author of a bad review was told in the end.",
  })
  async answer(@Root() { id }: Evaluation, @Ctx() { loaders }: Context) {
    return (await loaders.answerOfEvaluation.load(id))?.feedback ?? null;
  }

  @StaffOnly()
  @FieldResolver(() => BadReviewType, {
    nullable: true,
    description: "差评整改;仅服务点工作人员可见。 The work a bad grade started; for those who do it.",
  })
  badReview(@Root() { id }: Evaluation, @Ctx() { loaders }: Context) {
    return loaders.badReviewOfEvaluation.load(id);
  }
}

@Resolver(() => VisitReference)
export class VisitEvaluationResolver {
  @FieldResolver(() => EvaluationType, {
    nullable: true,
    description:
      "本次办事的评价;匿名评价不在此显示。 Its evaluation, unless that is anonymous: the visit has an applicant.",
  })
  evaluation(@Root() { id }: VisitReference, @Ctx() { loaders }: Context) {
    return loaders.evaluationOfVisit.load(id);
  }
}

@Resolver(() => CaseReference)
export class CaseEvaluationsResolver {
  @FieldResolver(() => [EvaluationType], {
    nullable: true,
    description:
      "涉及该办件的评价,匿名的除外。 The evaluations of visits at which it was handled, but for anonymous ones.",
  })
  async evaluations(@Root() { id }: CaseReference, @Ctx() { loaders }: Context) {
    return (await loaders.evaluationsOfCase.load(id)).map(({ evaluation }) => evaluation);
  }
}

@Resolver(() => CaseReference)
export class CaseSlotResolver {
  @FieldResolver(() => SlotStateEnum, {
    nullable: true,
    description:
      "“申请+评价”(R181):该办件的评价位;匿名评价不在此显示。 Where its evaluation stands; an anonymous one leaves it open.",
  })
  @Directive(`@requires(fields: "closedAt")`)
  async evaluationSlot(@Root() { id, closedAt }: CaseReference, @Ctx() { loaders }: Context): Promise<SlotState> {
    const named = (await loaders.evaluationsOfCase.load(id)).map(({ evaluation }) => evaluation);
    return slotOf(closedAt != null, named);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: "“受理+反馈”(R181):对该办件差评的反馈。 What the authors of its bad reviews were told.",
  })
  async feedback(@Root() { id }: CaseReference, @Ctx() { loaders }: Context): Promise<string[]> {
    const named = await loaders.evaluationsOfCase.load(id);
    const answers = await Promise.all(named.map(({ evaluation }) => loaders.answerOfEvaluation.load(evaluation.id)));
    return answers.flatMap((answer) => answer?.feedback ?? []);
  }
}

/** How references to an evaluation are completed: the loader of everything else, hence one query per batch. */
export const resolveEvaluationReference = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.evaluationById.load(id);
