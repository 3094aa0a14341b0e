import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Field, ID, InputType } from "type-graphql";
import type { Agent } from "../domain/applicant.js";
import type { Confidentiality } from "../domain/case.js";
import type { SituationAnswer } from "../domain/situation.js";
import { ConfidentialityEnum } from "./enums.js";
import { ApplicantInput, ELicenceInput, FormAnswerInput } from "./inputs.js";
import { SituationAnswerInput } from "./situationInput.js";

@InputType({ description: "申请人的书面委托(R112)。 The applicant's written authorisation." })
export class AuthorisationInput {
  @Field(() => String, { description: "委托书编号。 Its number." })
  documentNo!: string;
  @Field(() => String, { description: "委托事项和权限。 What it covers." })
  scope!: string;
}

@InputType({ description: "代理人(个人信息)。 Who hands in for the applicant: personal data." })
export class AgentInput implements Agent {
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  idNumber!: string | null;
  @Field(() => String, { nullable: true })
  phone!: string | null;
  @Field(() => AuthorisationInput, { nullable: true, description: "没有即拒绝。 Without it the case is refused." })
  authorisation!: AuthorisationInput | null;
}

@InputType({ description: "收件。 An application handed in at a window." })
export class OpenCaseInput extends ClientMutation {
  @Field(() => ID)
  windowId!: string;
  @Field(() => ID)
  matterId!: string;
  @Field(() => ID, { nullable: true, description: "所属访问;不填则即时开始一次访问。 Left out, a visit begins now." })
  visitId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "依提醒办件(R124):由哪条到期提醒办起。 The reminder from which it begins.",
  })
  reminderId?: string | null;
  @Field(() => ApplicantInput)
  applicant!: ApplicantInput;
  @Field(() => AgentInput, {
    nullable: true,
    description: "代理人,须有申请人书面委托(R112);本人到场不填。 Who hands it in for the applicant.",
  })
  agent?: Agent | null;
  @Field(() => ID, {
    nullable: true,
    description: "代办人员据以提交的代办申请,须已登记委托(R112)。 On which the outlet's agent hands it in.",
  })
  proxyRequestId?: string | null;
  @Field(() => [SituationAnswerInput], {
    defaultValue: [],
    description: "情形问题的回答,决定所需材料;须逐一作答。 Answers to all of the guide's questions.",
  })
  situation!: SituationAnswer[];
  @Field(() => [ID], { defaultValue: [], description: "已交材料。 Requirements whose material is there." })
  presentRequirementIds!: string[];
  @Field(() => [FormAnswerInput], {
    nullable: true,
    description: "申请表填写内容;纸质申请不填。 The form; left out when it is handed in on paper.",
  })
  form?: FormAnswerInput[] | null;
  @Field(() => [ELicenceInput], {
    nullable: true,
    description: "以电子证照代替的材料(R065)。 Materials for which an e-licence was shown.",
  })
  eLicences?: ELicenceInput[] | null;
  @Field(() => ConfidentialityEnum, { defaultValue: "NONE" })
  confidentiality!: Confidentiality;
}
