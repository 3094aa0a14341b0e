import { referTo } from "@yimen/kernel/reference";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Complaint, type ComplaintKind, type ComplaintStatus, isComplaintOverdue } from "../domain/complaint.js";
import type { ProblemCategory } from "../domain/tag.js";
import { ComplaintKindEnum, ComplaintStatusEnum } from "./complaintEnums.js";
import { ProblemCategoryEnum } from "./evaluationEnums.js";
import { CaseReference, OutletReference, StaffMemberReference } from "./references.js";

@ObjectType("Complaint", {
  description:
    "投诉举报;仅提出人和办理人可见,不显示提出人。 Seen by who filed it and those who handle it; never says who filed it.",
})
export class ComplaintType {
  @Field(() => ID)
  id!: string;

  @Field(() => ComplaintKindEnum)
  kind!: ComplaintKind;

  @Field(() => ProblemCategoryEnum)
  category!: ProblemCategory;

  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { description: "是否实名。 Filed by somebody who signed in." })
  realName!: boolean;

  @Field(() => ComplaintStatusEnum)
  status!: ComplaintStatus;

  @Field(() => PlainDateScalar)
  filedOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: "反馈期限。 Last office day on which the answer is in time." })
  dueOn!: PlainDate;

  @Field(() => Boolean)
  dueProvisional!: boolean;

  @Field(() => String, { nullable: true, description: "调查核实情况。 What the investigation found." })
  findings!: string | null;

  @Field(() => Boolean, { nullable: true, description: "是否属实。 Whether it holds." })
  substantiated!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "反馈给提出人的处理结果。 The result as the complainant was told.",
  })
  answer!: string | null;

  @Field(() => PlainDateScalar, { nullable: true })
  answeredOn!: PlainDate | null;

  @Field(() => PlainDateScalar, { nullable: true })
  escalatedOn!: PlainDate | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType("ComplaintConnection", { description: "一页投诉举报,新的在前。 A page of complaints, newest first." })
export class ComplaintConnectionType {
  @Field(() => [ComplaintType])
  nodes!: ComplaintType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => Boolean, { description: "是否已超期。 Whether the answer is late today." })
  overdue(@Root() found: Complaint, @Ctx() { clock }: Context) {
    return isComplaintOverdue(found, officeDay(clock()));
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: Complaint) {
    return { id: outletId };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "被投诉人。 Whom it is about." })
  officer(@Root() { officerId }: Complaint) {
    return referTo(officerId);
  }

  @FieldResolver(() => CaseReference, { nullable: true })
  case(@Root() { caseId }: Complaint) {
    return referTo(caseId);
  }
}
