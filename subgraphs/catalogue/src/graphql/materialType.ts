import { ForPartners } from "@yimen/kernel/forPartners";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { MaterialForm, MaterialNecessity, MaterialRequirement, MaterialSource } from "../domain/material.js";
import { MaterialFormEnum, MaterialNecessityEnum, MaterialSourceEnum } from "./guideEnums.js";

@ForPartners()
@ObjectType("MaterialRequirement", {
  description: "申请材料。 A material the guide asks for, and nothing else may be asked for.",
})
export class MaterialRequirementType implements MaterialRequirement {
  @Field(() => ID, { description: "指南版本内唯一;办件据此登记材料。 What a case's checklist refers to." })
  id!: string;

  @Field(() => String, { description: "指南内编码。 Unique within the guide." })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "材料类型:类型相同即同一材料(R069)。 The same type in two guides is one paper." })
  type!: string;

  @Field(() => MaterialFormEnum)
  form!: MaterialForm;

  @Field(() => Int, { description: "原件份数。 Number of originals." })
  originals!: number;

  @Field(() => Int, { description: "复印件份数。 Number of copies." })
  copies!: number;

  @Field(() => MaterialSourceEnum)
  source!: MaterialSource;

  @Field(() => MaterialNecessityEnum)
  necessity!: MaterialNecessity;

  @Field(() => String, { description: "法定依据(R061)。 The provision that asks for it." })
  basis!: string;

  @Field(() => Boolean, {
    description: "可容缺后补(R060)。 May follow after acceptance, against a written commitment.",
  })
  deferrable!: boolean;

  @Field(() => Int, { nullable: true, description: "最长补交期限(工作日)。 Working days at most." })
  maxDeferralDays!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "填写样例的免费获取途径(R090)。 Where a filled-in example is had free.",
  })
  sampleForm!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "空白表格的免费获取途径(R090)。 Where the blank form is had free.",
  })
  blankForm!: string | null;

  @Field(() => String, { description: "受理标准。 When it is good enough." })
  acceptStandard!: string;

  @Field(() => String, { nullable: true, description: "可替代的电子证照(R065)。 An e-licence that stands for it." })
  eLicence!: string | null;
}

/** A material with the id under which cases know it. */
export const identified = (guideId: string, material: MaterialRequirement): MaterialRequirementType => ({
  ...material,
  id: `${guideId}:${material.code}`,
});
