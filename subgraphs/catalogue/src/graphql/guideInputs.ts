import type { TimeLimit, TimeUnit } from "@yimen/workdays/timeLimit";
import { Field, InputType, Int } from "type-graphql";
import type { FormField } from "../domain/form.js";
import type {
  CaseKind,
  DecisionMode,
  Fee,
  GuideContent,
  ProcessStep,
  SpecialProcedure,
  SpecialProcedureKind,
} from "../domain/guide.js";
import type { MaterialForm, MaterialNecessity, MaterialRequirement, MaterialSource } from "../domain/material.js";
import type { SituationAnswer, SituationOption, SituationQuestion } from "../domain/situation.js";
import {
  CaseKindEnum,
  DecisionModeEnum,
  MaterialFormEnum,
  MaterialNecessityEnum,
  MaterialSourceEnum,
  SpecialProcedureKindEnum,
  TimeUnitEnum,
} from "./guideEnums.js";

@InputType()
export class TimeLimitInput implements TimeLimit {
  @Field(() => Int)
  value!: number;
  @Field(() => TimeUnitEnum)
  unit!: TimeUnit;
  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class MaterialInput implements MaterialRequirement {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  type!: string;
  @Field(() => MaterialFormEnum)
  form!: MaterialForm;
  @Field(() => Int, { defaultValue: 1 })
  originals!: number;
  @Field(() => Int, { defaultValue: 0 })
  copies!: number;
  @Field(() => MaterialSourceEnum, { defaultValue: "APPLICANT" })
  source!: MaterialSource;
  @Field(() => MaterialNecessityEnum, { defaultValue: "REQUIRED" })
  necessity!: MaterialNecessity;
  @Field(() => String, { description: "法定依据;为空则拒绝(R061)。 Refused when empty." })
  basis!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "可容缺;须同时写明最长期限(R060)。 Needs `maxDeferralDays`.",
  })
  deferrable!: boolean;
  @Field(() => Int, { nullable: true, defaultValue: null })
  maxDeferralDays!: number | null;
  @Field(() => String, { nullable: true, defaultValue: null })
  sampleForm!: string | null;
  @Field(() => String, { nullable: true, defaultValue: null })
  blankForm!: string | null;
  @Field(() => String, { defaultValue: "" })
  acceptStandard!: string;
  @Field(() => String, { nullable: true, defaultValue: null })
  eLicence!: string | null;
}

@InputType()
export class ProcessStepInput implements ProcessStep {
  @Field(() => String)
  name!: string;
  @Field(() => TimeLimitInput, { nullable: true, defaultValue: null })
  limit!: TimeLimit | null;
  @Field(() => String)
  role!: string;
  @Field(() => String, { defaultValue: "" })
  standard!: string;
  @Field(() => String, { defaultValue: "" })
  result!: string;
}

@InputType()
export class FeeInput implements Fee {
  @Field(() => Boolean)
  charged!: boolean;
  @Field(() => String, { nullable: true, defaultValue: null })
  item!: string | null;
  @Field(() => String, { nullable: true, defaultValue: null })
  standard!: string | null;
  @Field(() => String, { nullable: true, defaultValue: null })
  basis!: string | null;
  @Field(() => String, { nullable: true, defaultValue: null })
  reduction!: string | null;
}

@InputType()
export class SpecialProcedureRuleInput implements SpecialProcedure {
  @Field(() => SpecialProcedureKindEnum)
  kind!: SpecialProcedureKind;
  @Field(() => String)
  name!: string;
  @Field(() => TimeLimitInput, { nullable: true, defaultValue: null })
  limit!: TimeLimit | null;
}

@InputType()
export class FormFieldInput implements FormField {
  @Field(() => String, { description: "字段键:键相同即同一字段(R069)。 The same key in two guides is one field." })
  key!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Boolean, { defaultValue: true })
  required!: boolean;
}

@InputType()
export class SituationOptionInput implements SituationOption {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  text!: string;
  @Field(() => [String], { defaultValue: [], description: "选此项即需的材料编码。 Codes of the materials it needs." })
  materialCodes!: string[];
}

@InputType({ description: "情形问题。 A question whose answer decides which materials are needed." })
export class SituationQuestionInput implements SituationQuestion {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  text!: string;
  @Field(() => [SituationOptionInput])
  options!: SituationOptionInput[];
}

@InputType({ description: "对一个情形问题的回答。 What is answered to one question." })
export class SituationAnswerInput implements SituationAnswer {
  @Field(() => String)
  question!: string;
  @Field(() => String)
  option!: string;
}

@InputType({ description: "办事指南全文;规程与指南一并发布(R027)。 The whole guide with its procedure." })
export class GuideInput implements GuideContent {
  @Field(() => CaseKindEnum)
  kind!: CaseKind;
  @Field(() => DecisionModeEnum, { defaultValue: "SEPARATED" })
  decisionMode!: DecisionMode;
  @Field(() => Boolean, { defaultValue: false })
  important!: boolean;
  @Field(() => TimeLimitInput, { nullable: true, defaultValue: null })
  statutoryLimit!: TimeLimit | null;
  @Field(() => TimeLimitInput)
  promisedLimit!: TimeLimit;
  @Field(() => Int, { defaultValue: 1 })
  onSiteVisits!: number;
  @Field(() => [String])
  legalBases!: string[];
  @Field(() => [String])
  acceptanceConditions!: string[];
  @Field(() => [String])
  reviewPoints!: string[];
  @Field(() => [MaterialInput])
  materials!: MaterialInput[];
  @Field(() => [FormFieldInput], { defaultValue: [], description: "申请表字段。 What the application form asks." })
  formFields!: FormFieldInput[];
  @Field(() => [SituationQuestionInput], { defaultValue: [] })
  questions!: SituationQuestionInput[];
  @Field(() => [ProcessStepInput])
  steps!: ProcessStepInput[];
  @Field(() => FeeInput)
  fee!: FeeInput;
  @Field(() => [SpecialProcedureRuleInput], { defaultValue: [] })
  specialProcedures!: SpecialProcedureRuleInput[];
  @Field(() => [String], { defaultValue: [] })
  intermediaryServices!: string[];
}
