import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Field, ID, InputType } from "type-graphql";
import type { ApplicantKind } from "../domain/applicant.js";
import type { HandedIn } from "../domain/handedIn.js";
import type { SituationAnswer } from "../domain/situation.js";
import { ApplicantKindEnum } from "./enums.js";
import { CaseInput, ELicenceInput, FormAnswerInput } from "./inputs.js";
import { SituationAnswerInput } from "./situationInput.js";

@InputType({ description: "网上申请人;身份标识取自登录。 Who applies online; the identity is the token's." })
export class OnlineApplicantInput {
  @Field(() => ApplicantKindEnum)
  kind!: ApplicantKind;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  idNumber!: string | null;
  @Field(() => String, { nullable: true })
  phone!: string | null;
}

@InputType({
  description:
    "网上提交的一份材料:存放位置与摘要,不传文件本身。 A material handed in: where the file lies and its digest.",
})
export class HandedInMaterialInput implements HandedIn {
  @Field(() => ID)
  requirementId!: string;
  @Field(() => String, { description: "文件存放位置(个人信息,另行存放)。 Where the file lies: personal, kept apart." })
  reference!: string;
  @Field(() => String, { description: "SHA-256,64 位小写十六进制。 SHA-256, 64 lower-case hexadecimal digits." })
  digest!: string;
}

@InputType({ description: "网上申办(R064)。 An application handed in without coming." })
export class HandInOnlineInput extends ClientMutation {
  @Field(() => ID)
  matterId!: string;
  @Field(() => ID, { description: "事项的可受理网点之一,由其窗口预审。 One of the outlets that take the matter." })
  outletId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "代办人员凭已登记委托的代办申请提交(R112);本人提交不填。 On which an agent hands it in.",
  })
  proxyRequestId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "依提醒办件(R124):由哪条到期提醒办起。 The reminder from which it begins.",
  })
  reminderId?: string | null;
  @Field(() => OnlineApplicantInput)
  applicant!: OnlineApplicantInput;
  @Field(() => [SituationAnswerInput], {
    defaultValue: [],
    description: "情形问题的回答,决定所需材料;须逐一作答。 Answers to all of the guide's questions.",
  })
  situation!: SituationAnswer[];
  @Field(() => [HandedInMaterialInput], { defaultValue: [] })
  materials!: HandedInMaterialInput[];
  @Field(() => [ELicenceInput], {
    defaultValue: [],
    description: "以电子证照代替的材料(R065)。 Materials for which an e-licence was shown.",
  })
  eLicences!: ELicenceInput[];
  @Field(() => [FormAnswerInput], { defaultValue: [], description: "申请表填写内容。 The form." })
  form!: FormAnswerInput[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: "承诺后补可容缺的材料(R060)。 Commits to bring what may follow later.",
  })
  committed!: boolean;
}

@InputType({ description: "窗口认领网上申请。 A window takes up an online case." })
export class TakeUpCaseInput extends CaseInput {
  @Field(() => ID)
  windowId!: string;
}

@InputType({ description: "网上补交或补正材料。 Materials that were missing or are put right, handed in online." })
export class SupplyMaterialsInput extends CaseInput {
  @Field(() => [HandedInMaterialInput])
  materials!: HandedInMaterialInput[];
}
