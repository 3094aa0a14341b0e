import { Personal } from "@yimen/kernel/accessDirectives";
import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { DeliveryMethod, Outcome } from "../domain/case.js";
import type { MaterialState } from "../domain/material.js";
import { ActorType } from "./actorType.js";
import { ApplicantKindEnum, DeliveryMethodEnum, MaterialStateEnum, OutcomeEnum } from "./enums.js";

@ObjectType("MaterialRecognition", {
  description: "异地互认(R122)。 Taken on the word of another region, and who checked it.",
})
export class RecognitionType {
  @Field(() => ID, { description: "出具地区。 Where it was issued." })
  regionId!: string;
  @Field(() => String, { description: "出具单位。 Who issued it." })
  issuedBy!: string;
  @Field(() => String, { description: "核验途径。 With whom or in which register it was checked." })
  checkedWith!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType, { description: "核验人。 Who checked it." })
  by!: object;
}

@ObjectType("CaseMaterial", { description: "办件材料清单的一项。 One line of the checklist." })
export class MaterialType {
  @Field(() => ID, { description: "指南中该材料的编号。 The requirement of the pinned guide." })
  requirementId!: string;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Boolean, { description: "必要材料。 Without it the case cannot be accepted, unless it is deferrable." })
  required!: boolean;
  @Field(() => Boolean, { description: "可容缺(R060)。 May follow later on a written commitment." })
  deferrable!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "代替纸质材料的电子证照种类(R065)。 The kind of e-licence shown in place of the paper.",
  })
  eLicence?: string;
  @Field(() => String, {
    nullable: true,
    description: "网上提交文件的 SHA-256。 SHA-256 of the file handed in online.",
  })
  digest?: string;
  @Field(() => RecognitionType, { nullable: true, description: "异地互认的材料;其他为空。 Null of papers handed in." })
  recognition?: object;
  @Field(() => MaterialStateEnum)
  state!: MaterialState;
  @Field(() => InstantScalar, { nullable: true })
  receivedAt!: string | null;
  @Field(() => PlainDateScalar, {
    nullable: true,
    description: "容缺补交期限。 Last day to bring a deferred material.",
  })
  dueOn!: string | null;
}

@ObjectType("CaseAcceptance", { description: "受理。 How the case was accepted." })
export class AcceptanceType {
  @Field(() => InstantScalar, {
    description: "承诺时限由此起算(当日不计)。 The promise runs from here; the day itself does not count.",
  })
  at!: string;
  @Field(() => ActorType, { nullable: true, description: "空:逾期未答复,视为受理。 Null: deemed accepted by law." })
  by!: object | null;
  @Field(() => ID, { nullable: true, description: "受理人员的属事单位考核证明(R147)。 The certificate relied on." })
  certificateId!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "申请人书面承诺符合条件(告知承诺,R042)。 On the applicant's commitment to meet the conditions.",
  })
  onCommitment?: boolean;
}

@ObjectType("CasePreReview", { description: "容缺预审(R042)。 What the department said before acceptance." })
export class PreReviewType {
  @Field(() => Boolean)
  passed!: boolean;
  @Field(() => String)
  opinion!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseDeferral", { description: "容缺受理承诺。 The commitment to bring a material later." })
export class DeferralType {
  @Field(() => InstantScalar)
  committedAt!: string;
  @Field(() => PlainDateScalar)
  dueOn!: string;
}

@ObjectType("CorrectionNotice", { description: "一次性补正告知(R089)。 What has to be put right, told at once." })
export class CorrectionType {
  @Field(() => [ID])
  requirementIds!: string[];
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
  @Field(() => InstantScalar, { nullable: true })
  receivedAt!: string | null;
}

@ObjectType("CasePickUp", { description: "部门接件。 The department has picked the case up." })
export class PickUpType {
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseReport", { description: "重要事项的审核上报(R128)。 The report of an important matter to the head." })
export class ReportType {
  @Field(() => String)
  opinion!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseUrge", { description: "督办(R110、R131)。 Somebody presses for the case to be finished." })
export class UrgeType {
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseDecision", { description: "审批决定。 The decision." })
export class DecisionType {
  @Field(() => OutcomeEnum)
  outcome!: Outcome;
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseResult", { description: "结果文书或证照。 The document that was made." })
export class ResultType {
  @Field(() => String)
  documentNo!: string;
  @Field(() => Boolean, { description: "已加盖电子印章(R127)。 Sealed electronically." })
  electronic!: boolean;
  @Field(() => PlainDateScalar, { nullable: true, description: "有效期止;长期有效为空。 Last day on which it holds." })
  validUntil?: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseDelivery", { description: "送达。 How the result reached the applicant." })
export class DeliveryType {
  @Field(() => DeliveryMethodEnum)
  method!: DeliveryMethod;
  @Field(() => String, { nullable: true, description: "快递单号(R108)。 The courier's number." })
  trackingNo?: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("LimitExtension", { description: "延长审批,仅一次。 The one extension of the limit." })
export class ExtensionType {
  @Field(() => Int)
  workingDays!: number;
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  at!: string;
  @Field(() => ActorType)
  by!: object;
}

@ObjectType("CaseApplicant", { description: "申请人(个人信息)。 Who applies: personal data." })
export class ApplicantType {
  @Field(() => ApplicantKindEnum)
  kind!: string;
  @Personal("NAME")
  @Field(() => String)
  name!: string;
  @Personal("ID_NUMBER")
  @Field(() => String, { nullable: true, description: "身份证号或统一社会信用代码。 Identity number or credit code." })
  idNumber!: string | null;
  @Personal("PHONE")
  @Field(() => String, { nullable: true })
  phone!: string | null;
}
