import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Field, ID, InputType, Int } from "type-graphql";
import type { ApplicantKind } from "../domain/applicant.js";
import type { DeliveryMethod } from "../domain/case.js";
import type { Lane } from "../domain/queue.js";
import { ApplicantKindEnum, DeliveryMethodEnum, LaneEnum } from "./enums.js";

@InputType({ description: "对办件的一次操作。 An act on a case." })
export class CaseInput extends ClientMutation {
  @Field(() => ID)
  caseId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "所见版本;已变更则拒绝并给出现状。 The version seen; refused if it changed.",
  })
  version?: number;
}

@InputType({ description: "申请人。 Who applies." })
export class ApplicantInput {
  @Field(() => ID, {
    nullable: true,
    description: "统一身份标识;有则申请人可登录查看。 With it the applicant can sign in to see it.",
  })
  applicantId?: string | null;
  @Field(() => ApplicantKindEnum)
  kind!: ApplicantKind;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  idNumber!: string | null;
  @Field(() => String, { nullable: true })
  phone!: string | null;
}

@InputType({ description: "申请表的一项填写内容。 What is filled in for one field of the form." })
export class FormAnswerInput {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  value!: string;
}

@InputType({ description: "亮出的电子证照(R065)。 An e-licence shown in place of a paper." })
export class ELicenceInput {
  @Field(() => ID)
  requirementId!: string;
  @Field(() => String, { description: "证照编号(个人信息,另行存放)。 Its number: personal, kept apart." })
  licenceNo!: string;
}

@InputType()
export class AcceptCaseInput extends CaseInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: "申请人已书面承诺容缺后补(R060)。 The applicant committed in writing to the rest.",
  })
  committed!: boolean;
}

@InputType()
export class ReasonInput extends CaseInput {
  @Field(() => String, { description: "理由(R093)。 The explanation." })
  reason!: string;
}

@InputType()
export class MaterialsInput extends CaseInput {
  @Field(() => [ID])
  requirementIds!: string[];
}

@InputType()
export class PreReviewCaseInput extends CaseInput {
  @Field(() => Boolean, { description: "预审是否通过。 Whether it passed." })
  passed!: boolean;
  @Field(() => String, { description: "预审意见。 What the pre-review came to." })
  opinion!: string;
}

@InputType()
export class RequestCorrectionInput extends ReasonInput {
  @Field(() => [ID], { description: "须补正的材料,一次性告知(R089)。 All that has to be corrected, told at once." })
  requirementIds!: string[];
}

@InputType()
export class EndSpecialProcedureInput extends CaseInput {
  @Field(() => String)
  result!: string;
}

@InputType()
export class ExtendLimitInput extends ReasonInput {
  @Field(() => Int, { description: "1 至 10 个工作日,仅一次。 1 to 10 working days, once." })
  workingDays!: number;
}

@InputType()
export class ReportUpInput extends CaseInput {
  @Field(() => String, { description: "审核意见。 What the review came to." })
  opinion!: string;
}

@InputType()
export class DecideCaseInput extends CaseInput {
  @Field(() => Boolean)
  granted!: boolean;
  @Field(() => String, { defaultValue: "", description: "不予时必填。 Required when denied." })
  reason!: string;
}

@InputType()
export class MakeResultInput extends CaseInput {
  @Field(() => String, { description: "结果文书或证照编号。 Number of the document." })
  documentNo!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "同时加盖电子印章,须有用印权(R127、R128)。 Seals it electronically; takes the right to the seal.",
  })
  electronic!: boolean;
  @Field(() => PlainDateScalar, {
    nullable: true,
    description: "有效期止;长期有效不填。到期前提醒(R124)。拒绝码:VALIDITY_NOT_POSSIBLE。 Last day on which it holds.",
  })
  validUntil?: PlainDate | null;
}

@InputType({ description: "一次用印(GB/T 39046 §6.9.2)。 One use of a seal." })
export class RecordSealUseInput extends ClientMutation {
  @Field(() => ID, { description: "部门编号加 -approval-seal。 The department's id and -approval-seal." })
  sealId!: string;
  @Field(() => ID, { nullable: true })
  caseId?: string | null;
  @Field(() => String, { description: "用印文书编号。 Number of the document that was sealed." })
  documentNo!: string;
}

@InputType()
export class CloseSealAlertInput extends ClientMutation {
  @Field(() => ID)
  sealUseId!: string;
  @Field(() => String, { description: "核查结论。 What the inquiry found." })
  finding!: string;
}

@InputType()
export class DeliverResultInput extends CaseInput {
  @Field(() => DeliveryMethodEnum, { defaultValue: "WINDOW" })
  method!: DeliveryMethod;
  @Field(() => String, {
    nullable: true,
    description: "快递单号(R108)。 Number under which a courier's parcel is traced.",
  })
  trackingNo?: string | null;
}

@InputType()
export class RequestSupportInput extends ClientMutation {
  @Field(() => ID)
  windowId!: string;
  @Field(() => ID)
  departmentId!: string;
  @Field(() => String, { description: "所需支援,勿写个人信息。 What is needed; no personal data." })
  question!: string;
}

@InputType()
export class AnswerSupportInput extends ClientMutation {
  @Field(() => ID)
  requestId!: string;
  @Field(() => String)
  answer!: string;
}

@InputType()
export class TakeTicketInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID)
  windowId!: string;
  @Field(() => LaneEnum, { defaultValue: "NORMAL" })
  lane!: Lane;
}

@InputType()
export class CallNextTicketInput extends ClientMutation {
  @Field(() => ID)
  windowId!: string;
}

@InputType()
export class EndVisitInput extends ClientMutation {
  @Field(() => ID)
  visitId!: string;
  @Field(() => Boolean, { defaultValue: false, description: "过号未到。 The visitor did not come." })
  missed!: boolean;
}
