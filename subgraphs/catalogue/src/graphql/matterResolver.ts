import { ForPartners } from "@yimen/kernel/forPartners";
import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { GuideVersion, ProcessStep } from "../domain/guide.js";
import { type DocumentFormat, guideDocument } from "../domain/guideDocument.js";
import { versionAt } from "../domain/guideTimeline.js";
import type { MaterialRequirement } from "../domain/material.js";
import type { Matter, PresenceMode } from "../domain/matter.js";
import { type OneTimeNotice, oneTimeNotice } from "../domain/oneTimeNotice.js";
import { handledOnline } from "../domain/online.js";
import { type Optimisation, optimisation } from "../domain/optimisation.js";
import { EntrustmentType } from "./entrustmentType.js";
import { ProcessStepType } from "./guideParts.js";
import { GuideVersionType } from "./guideType.js";
import { identified, MaterialRequirementType } from "./materialType.js";
import { PresenceModeEnum } from "./matterEnums.js";
import { MatterType } from "./matterType.js";
import { DocumentFormatEnum, OptimisationType } from "./optimisationTypes.js";
import { DepartmentReference } from "./references.js";

/** A matter as it was asked for: with an instant, its guide is the one that held then. */
export type AskedMatter = Matter & { readonly at?: Date | null };

@ForPartners()
@ObjectType("OneTimeNotice", {
  description:
    "一次性告知(R089):程序、材料和样例,一次说全。 Procedure, materials and samples, told completely at once.",
})
export class OneTimeNoticeType {
  @Field(() => String)
  guideId!: string;

  @Field(() => [String])
  conditions!: readonly string[];

  @Field(() => [MaterialRequirementType])
  materials!: readonly MaterialRequirement[];

  @Field(() => [ProcessStepType])
  steps!: readonly ProcessStep[];

  @Field(() => String, { description: "全文,可打印。 The whole of it, to be printed." })
  text!: string;
}

@Resolver(() => MatterType)
export class MatterResolver {
  @ForPartners()
  @FieldResolver(() => DepartmentReference, { nullable: true, description: "实施主体。 The body that exercises it." })
  department(@Root() { departmentId }: Matter): DepartmentReference {
    return { id: departmentId };
  }

  @FieldResolver(() => Boolean, {
    description:
      "可否网上提交(R064):网上或掌上办理,且网办深度到提交以上;否则拒绝:MATTER_NOT_HANDLED_ONLINE。 Whether it can be handed in online.",
  })
  handledOnline(@Root() matter: Matter): boolean {
    return handledOnline(matter);
  }

  @ForPartners()
  @FieldResolver(() => GuideVersionType, {
    nullable: true,
    description: "现行办事指南(或所问时刻的)。 The guide in force, or the one of the instant asked for.",
  })
  guide(@Root() matter: AskedMatter, @Ctx() { loaders }: Context) {
    return guideOf(matter, loaders);
  }

  @FieldResolver(() => [GuideVersionType], { description: "各版指南,从早到晚。 Every version, oldest first." })
  guides(@Root() { id }: Matter, @Ctx() { loaders }: Context) {
    return loaders.guidesOf.load(id);
  }

  @FieldResolver(() => EntrustmentType, {
    nullable: true,
    description: "所属部门现行的进驻或委托。 How its department is present now.",
  })
  entrustment(@Root() { departmentId }: Matter, @Ctx() { loaders }: Context) {
    return loaders.presenceOf.load(departmentId);
  }

  @FieldResolver(() => PresenceModeEnum, {
    nullable: true,
    description: "派驻或委托;未进驻大厅为空。 Null when not in the hall.",
  })
  async presenceMode(@Root() { departmentId }: Matter, @Ctx() { loaders }: Context): Promise<PresenceMode | null> {
    return (await loaders.presenceOf.load(departmentId))?.mode ?? null;
  }

  @FieldResolver(() => OptimisationType, {
    nullable: true,
    description:
      "材料、表格、环节、到场次数的基准与现状(R032);无现行指南为空。 The baseline and now; null without a guide.",
  })
  async optimisation(@Root() matter: AskedMatter, @Ctx() { loaders }: Context): Promise<Optimisation | null> {
    const guide = await guideOf(matter, loaders);
    return guide && optimisation(matter.baseline, guide);
  }

  @ForPartners()
  @FieldResolver(() => String, {
    nullable: true,
    description: "可印制的办事指南和流程图(R210),内容即现行指南。 The guide with its flow, to be printed.",
  })
  async guideDocument(
    @Root() matter: AskedMatter,
    @Arg("format", () => DocumentFormatEnum, { defaultValue: "TEXT" }) format: DocumentFormat,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    const guide = await guideOf(matter, loaders);
    return guide && guideDocument(matter.name, guide, format);
  }

  @ForPartners()
  @FieldResolver(() => OneTimeNoticeType, {
    nullable: true,
    description: "一次性告知;无现行指南为空。 Null without a guide.",
  })
  async oneTimeNotice(@Root() matter: AskedMatter, @Ctx() { loaders }: Context): Promise<OneTimeNotice | null> {
    const guide = await guideOf(matter, loaders);
    if (!guide) return null;
    const notice = oneTimeNotice(matter.name, guide);
    return { ...notice, materials: guide.materials.map((material) => identified(guide.id, material)) };
  }
}

const guideOf = async ({ id, at }: AskedMatter, loaders: Context["loaders"]): Promise<GuideVersion | null> =>
  at ? versionAt(await loaders.guidesOf.load(id), at) : loaders.guideNowOf.load(id);

/** How references to a matter are completed: the loader of everything else, hence one query per batch. */
export const resolveMatterReference = ({ id }: { id: string }, { loaders }: Context) => loaders.matterById.load(id);
