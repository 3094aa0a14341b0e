import { Guessable, InsidersOnly, Page } from "@yimen/kernel/accessDirectives";
import { ForPartners } from "@yimen/kernel/forPartners";
import { Arg, Ctx, Directive, Field, ID, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import { caseProgress } from "../caseProgress.js";
import type { Context } from "../context.js";
import type { CaseChannel, CaseStatus } from "../domain/case.js";
import { evaluationRight } from "../evaluationRight.js";
import { listVisibleCases } from "../listVisibleCases.js";
import { prefill } from "../prefill.js";
import { logHead } from "../store/caseLog.js";
import { FormAnswerType } from "./bundleCaseType.js";
import { CaseConnectionType, CaseType } from "./caseType.js";
import { CaseChannelEnum, CaseStatusEnum } from "./enums.js";
import { ProgressType } from "./progressType.js";

@InputType({ description: "筛选条件;未填的不筛选。 What is left out does not narrow." })
export class CaseFilter {
  @Field(() => ID, { nullable: true })
  outletId?: string;
  @Field(() => ID, { nullable: true })
  windowId?: string;
  @Field(() => ID, { nullable: true })
  departmentId?: string;
  @Field(() => ID, { nullable: true })
  matterId?: string;
  @Field(() => CaseChannelEnum, { nullable: true })
  channel?: CaseChannel;
  @Field(() => [CaseStatusEnum], { nullable: true })
  statuses?: CaseStatus[];
  @Field(() => Boolean, { nullable: true, description: "仅未办结。 Only cases that are not closed." })
  open?: boolean;
  @Field(() => Boolean, { nullable: true, description: "仅本人申请的。 Only those the caller has applied for." })
  mine?: boolean;
  @Field(() => Boolean, { nullable: true, description: "仅超期。 Only running cases past their promise." })
  overdue?: boolean;
}

@ObjectType("EvaluationRight")
@Directive("@inaccessible")
export class EvaluationRightType {
  @Field(() => ID)
  visitId!: string;
  @Field(() => Boolean)
  ended!: boolean;
  @Field(() => Boolean)
  entitled!: boolean;
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID, { nullable: true })
  windowId!: string | null;
  @Field(() => ID)
  officerId!: string;
  @Field(() => ID, { nullable: true })
  actingForId!: string | null;
  @Field(() => [ID])
  caseIds!: string[];
  @Field(() => ID, { nullable: true })
  applicantId!: string | null;
}

@Resolver()
export class CaseQueries {
  @Query(() => CaseType, {
    nullable: true,
    description: "按编号查办件。 The case with this id, if the caller may know of it.",
  })
  case(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.caseById.load(id);
  }

  @Page()
  @Query(() => CaseConnectionType, {
    nullable: true,
    description: "办件列表,新的在前,每页至多 100。 Newest first, at most 100 a page.",
  })
  cases(
    @Ctx() context: Context,
    @Arg("filter", () => CaseFilter, { nullable: true }) filter: CaseFilter | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    return listVisibleCases(context, filter ?? {}, first, after);
  }

  @Guessable("caseNo")
  @ForPartners()
  @Query(() => ProgressType, {
    nullable: true,
    description:
      "凭办件编号和查询码查进度(R211),不含个人信息;任一不符即为空。 Progress by number and secret, without personal data; null when either is wrong.",
  })
  caseProgress(
    @Arg("caseNo", () => String) caseNo: string,
    @Arg("secret", () => String) secret: string,
    @Ctx() context: Context,
  ) {
    return caseProgress(context, caseNo, secret);
  }

  @InsidersOnly()
  @Query(() => [FormAnswerType], {
    nullable: true,
    description:
      "申请表预填:本人以往填写过的字段(R066);非申请人为空。 What the caller filled in before, for this matter's form.",
  })
  prefill(@Arg("matterId", () => ID) matterId: string, @Ctx() context: Context) {
    return prefill(context, matterId);
  }

  @Query(() => String, {
    nullable: true,
    description:
      "日志当前位置,可作为订阅的 after。 The log's newest cursor: read it before a snapshot, then follow from it.",
  })
  async caseLogHead(@Ctx() { db }: Context): Promise<string> {
    return (await logHead(db)).toString();
  }

  @Query(() => EvaluationRightType, { nullable: true })
  @Directive("@inaccessible")
  evaluationRight(
    @Arg("visitId", () => ID) visitId: string,
    @Arg("token", () => String, { nullable: true }) token: string | null,
    @Arg("applicantId", () => ID, { nullable: true }) applicantId: string | null,
    @Ctx() context: Context,
  ) {
    return evaluationRight(context, { visitId, token, applicantId });
  }
}
