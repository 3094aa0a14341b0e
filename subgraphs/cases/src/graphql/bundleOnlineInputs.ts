import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Field, ID, InputType } from "type-graphql";
import type { TypedFile, TypedLicence } from "../domain/oneSet.js";
import { BundleCaseInput, MatterSituationInput } from "./bundleInputs.js";
import { FormAnswerInput } from "./inputs.js";
import { OnlineApplicantInput } from "./onlineInputs.js";

@InputType({
  description:
    "一套材料中的一份,供所有需要它的事项:存放位置与摘要,不传文件本身。 A paper of the one set, for every matter that needs it: where the file lies and its digest.",
})
export class BundleFileInput implements TypedFile {
  @Field(() => String, { description: "材料类型。 What kind of paper it is." })
  type!: string;
  @Field(() => String, { description: "文件存放位置(个人信息,另行存放)。 Where the file lies: personal, kept apart." })
  reference!: string;
  @Field(() => String, { description: "SHA-256,64 位小写十六进制。 SHA-256, 64 lower-case hexadecimal digits." })
  digest!: string;
}

@InputType({
  description:
    "以电子证照代替的一类材料,供所有认可它的事项(R065)。 An e-licence in place of a kind of paper, for every matter that lets it stand.",
})
export class BundleELicenceInput implements TypedLicence {
  @Field(() => String, { description: "所代替的材料类型。 The kind of paper it stands for." })
  type!: string;
  @Field(() => String, { description: "证照编号(个人信息,另行存放)。 Its number: personal, kept apart." })
  licenceNo!: string;
}

@InputType({ description: "“一件事”网上一次提交(R064、R069)。 One thing handed in once, without coming." })
export class HandInBundleOnlineInput extends ClientMutation {
  @Field(() => ID, { description: "目录中的“一件事”。 The bundle of the catalogue." })
  bundleId!: string;
  @Field(() => ID, {
    description: "可一窗受理其全部事项的网点,由其窗口预审。 An outlet one of whose windows takes all of its matters.",
  })
  outletId!: string;
  @Field(() => OnlineApplicantInput)
  applicant!: OnlineApplicantInput;
  @Field(() => [MatterSituationInput], {
    defaultValue: [],
    description: "各事项情形问题的回答;须逐一作答。 Answers to all questions of the matters' guides.",
  })
  situations!: MatterSituationInput[];
  @Field(() => [BundleFileInput], {
    defaultValue: [],
    description: "一套材料,每份一次。 The one set, each paper once.",
  })
  materials!: BundleFileInput[];
  @Field(() => [BundleELicenceInput], { defaultValue: [] })
  eLicences!: BundleELicenceInput[];
  @Field(() => [FormAnswerInput], { defaultValue: [], description: "一表申请的填写内容。 The one form." })
  form!: FormAnswerInput[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: "承诺后补可容缺的材料(R060)。 Commits to bring what may follow later.",
  })
  committed!: boolean;
}

@InputType({ description: "窗口认领网上“一件事”。 A window takes up a bundle handed in online." })
export class TakeUpBundleInput extends BundleCaseInput {
  @Field(() => ID)
  windowId!: string;
}
