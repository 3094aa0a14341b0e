import { InstantScalar } from "@yimen/kernel/scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { CaseId, CaseStatus } from "../domain/case.js";
import { CaseStatusEnum } from "./enums.js";

@ObjectType("Case", {
  description:
    "办件:一次申请,从收件到送达。公开部分任何人可见;其余仅申请人、受理网点、承办部门和监督人员可见。 One application from receipt to delivery. What is not public is seen by its applicant, outlet, department and supervisors.",
})
@Directive(`@key(fields: "id")`)
@Directive(`@key(fields: "caseNo")`)
export class CaseType {
  @Field(() => ID)
  id!: CaseId;

  @Field(() => String, { description: "办件编号。 The number printed on the receipt." })
  caseNo!: string;

  @Field(() => Int, {
    description: "每次变更加一;写入时送回以发现并发修改。 Counts changes; send it back to detect others'.",
  })
  version!: number;

  @Field(() => CaseStatusEnum)
  status!: CaseStatus;

  @Field(() => InstantScalar)
  openedAt!: string;

  @Field(() => InstantScalar, { nullable: true })
  closedAt!: string | null;
}

@ObjectType("CaseConnection", { description: "一页办件。 A page of cases, newest first." })
export class CaseConnectionType {
  @Field(() => [CaseType])
  nodes!: CaseType[];

  @Field(() => String, { nullable: true, description: "下一页的 after。 Pass it as `after` to get the next page." })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
