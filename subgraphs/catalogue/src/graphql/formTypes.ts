import { ForPartners } from "@yimen/kernel/forPartners";
import { Field, ID, ObjectType } from "type-graphql";
import type { FormField, MergedField } from "../domain/form.js";
import type { SituationOption, SituationQuestion } from "../domain/situation.js";
import { MaterialRequirementType } from "./materialType.js";

@ForPartners()
@ObjectType("FormField", { description: "申请表的一个字段。 A field of the application form." })
export class FormFieldType implements FormField {
  @Field(() => String, { description: "字段键:键相同即同一字段(R069)。 The same key in two guides is one field." })
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  required!: boolean;
}

@ObjectType("MergedFormField", { description: "一表申请的一个字段(R069)。 A field of a bundle's one form." })
export class MergedFieldType implements MergedField {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: "任一事项必填即必填。 As soon as one matter needs it." })
  required!: boolean;

  @Field(() => [ID], { description: "需要它的事项。 The matters that ask for it." })
  matterIds!: readonly string[];
}

@ForPartners()
@ObjectType("SituationOption", { description: "情形问题的一个选项。 An answer that can be given." })
export class SituationOptionType implements SituationOption {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  text!: string;

  @Field(() => [String], { description: "选此项即需的材料编码。 Codes of the materials it needs." })
  materialCodes!: readonly string[];
}

@ForPartners()
@ObjectType("SituationQuestion", { description: "情形问题。 A question that decides about materials." })
export class SituationQuestionType implements SituationQuestion {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  text!: string;

  @Field(() => [SituationOptionType])
  options!: readonly SituationOption[];
}

@ForPartners()
@ObjectType("SituationMaterials", { description: "一种情形所需材料。 What a situation needs." })
export class SituationMaterialsType {
  @Field(() => [MaterialRequirementType])
  required!: MaterialRequirementType[];

  @Field(() => [String], { description: "尚未回答的问题。 Questions still without an answer." })
  unanswered!: string[];
}
