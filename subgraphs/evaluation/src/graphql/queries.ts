import { FirstOnes, Page, StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { workerFor } from "../domain/authority.js";
import type { BadReviewStatus } from "../domain/badReview.js";
import { listBadReviews } from "../store/badReviewStore.js";
import { logHead } from "../store/evaluationLog.js";
import { listEvaluations } from "../store/evaluationStore.js";
import { listIssues } from "../store/systemicIssueStore.js";
import { BadReviewStatusEnum } from "./badReviewEnums.js";
import { BadReviewConnectionType, BadReviewType } from "./badReviewType.js";
import { EvaluationConnectionType, EvaluationType } from "./evaluationType.js";
import { SystemicIssueType } from "./systemicIssueType.js";

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: "至多 100。 At most 100." })
  first!: number;

  @Field(() => ID, { nullable: true, description: "上一页的 endCursor。 The previous page's endCursor." })
  after: string | null = null;
}

@ArgsType()
class EvaluationsArgs extends PageArgs {
  @Field(() => ID)
  outletId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "仅待审核评论的。 Only those whose comment waits to be looked at.",
  })
  pending!: boolean;
}

@ArgsType()
class BadReviewsArgs extends PageArgs {
  @Field(() => ID)
  outletId!: string;

  @Field(() => BadReviewStatusEnum, { nullable: true })
  status?: BadReviewStatus;
}

@Resolver()
export class EvaluationQueries {
  @Query(() => EvaluationType, { nullable: true, description: "一条评价。 The evaluation with this id." })
  evaluation(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.evaluationById.load(id);
  }

  @Page()
  @Query(() => EvaluationConnectionType, {
    nullable: true,
    description: "服务点的有效评价,新的在前。 What was said of an outlet, newest first.",
  })
  evaluations(@Args(() => EvaluationsArgs) args: EvaluationsArgs, @Ctx() { db }: Context) {
    return listEvaluations(db, args, args);
  }

  @StaffOnly()
  @Query(() => BadReviewType, {
    nullable: true,
    description: "一件差评整改;无权查看时为空。 Null also when it is not the caller's work.",
  })
  badReview(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.badReviewById.load(id);
  }

  @StaffOnly()
  @Page()
  @Query(() => BadReviewConnectionType, {
    nullable: true,
    description: "服务点的差评整改。 An outlet's bad reviews; NOT_YOUR_WORK for others.",
  })
  badReviews(@Args(() => BadReviewsArgs) args: BadReviewsArgs, @Ctx() { db, caller }: Context) {
    workerFor("followUp", caller, args.outletId);
    return listBadReviews(db, args, args);
  }

  @StaffOnly()
  @FirstOnes()
  @Query(() => [SystemicIssueType], {
    nullable: true,
    description: "服务点的共性问题。 An outlet's systemic issues; NOT_YOUR_WORK for others.",
  })
  systemicIssues(
    @Arg("outletId", () => ID) outletId: string,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { db, caller }: Context,
  ) {
    workerFor("followUp", caller, outletId);
    return listIssues(db, outletId, first);
  }

  @Query(() => String, {
    nullable: true,
    description: "日志当前位置,可作为订阅的 after。 The log's newest cursor: read it, then follow from it.",
  })
  async evaluationLogHead(@Ctx() { db }: Context): Promise<string> {
    return (await logHead(db)).toString();
  }
}
