import { ClientMutation } from "@yimen/kernel/clientMutation";
import { Field, ID, InputType } from "type-graphql";
import type { Confidentiality } from "../domain/case.js";
import { ConfidentialityEnum } from "./enums.js";
import { ApplicantInput, FormAnswerInput } from "./inputs.js";
import { SituationAnswerInput } from "./situationInput.js";

@InputType({ description: "一个事项的情形。 The situation in one of the matters." })
export class MatterSituationInput {
  @Field(() => ID)
  matterId!: string;
  @Field(() => [SituationAnswerInput])
  answers!: SituationAnswerInput[];
}

@InputType({ description: "“一件事”一次提交(R069)。 One thing handed in once." })
export class SubmitBundleInput extends ClientMutation {
  @Field(() => ID)
  windowId!: string;
  @Field(() => ID, { description: "目录中的“一件事”。 The bundle of the catalogue." })
  bundleId!: string;
  @Field(() => ID, { nullable: true, description: "所属访问;不填则即时开始一次访问。 Left out, a visit begins now." })
  visitId?: string | null;
  @Field(() => ApplicantInput)
  applicant!: ApplicantInput;
  @Field(() => [String], {
    defaultValue: [],
    description: "已交材料的类型,每种一份供各事项共用。 Types of the papers handed in, each once for all matters.",
  })
  presentMaterialTypes!: string[];
  @Field(() => [FormAnswerInput], {
    nullable: true,
    description: "一表申请;纸质申请不填。 The one form; left out when it is handed in on paper.",
  })
  form?: FormAnswerInput[] | null;
  @Field(() => [MatterSituationInput], {
    defaultValue: [],
    description: "各事项情形问题的回答;须逐一作答。 Answers to all questions of the matters' guides.",
  })
  situations!: MatterSituationInput[];
  @Field(() => ConfidentialityEnum, { defaultValue: "NONE" })
  confidentiality!: Confidentiality;
}

@InputType({ description: "对“一件事”办件的一次操作。 An act on a bundle's case." })
export class BundleCaseInput extends ClientMutation {
  @Field(() => ID)
  bundleCaseId!: string;
}

@InputType()
export class AcceptBundleInput extends BundleCaseInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: "申请人已书面承诺容缺后补(R060)。 The applicant committed in writing to the rest.",
  })
  committed!: boolean;
}

@InputType()
export class BundleMaterialsInput extends BundleCaseInput {
  @Field(() => [String])
  materialTypes!: string[];
}
