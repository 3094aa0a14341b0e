import type { TimeLimit } from "@yimen/workdays/timeLimit";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { bundleForm, bundleMaterials } from "../bundleMaterials.js";
import type { Context } from "../context.js";
import type { Bundle, BundleOrigin, MaterialProvenance } from "../domain/bundle.js";
import type { MaterialNecessity } from "../domain/material.js";
import { allHandledOnline } from "../domain/online.js";
import { BundleOriginEnum } from "./catalogueEnums.js";
import { MergedFieldType } from "./formTypes.js";
import { MaterialNecessityEnum } from "./guideEnums.js";
import { TimeLimitType } from "./guideParts.js";
import { MatterType } from "./matterType.js";

@ObjectType("MaterialProvenance", { description: "哪一事项需要该材料。 Which matter needs it." })
export class MaterialProvenanceType {
  @Field(() => ID)
  matterId!: string;

  @Field(() => String)
  materialCode!: string;

  @Field(() => String, { description: "法定依据。 The provision." })
  basis!: string;
}

@ObjectType("MergedMaterial", { description: "一套材料中的一份(R069)。 One paper for the whole bundle." })
export class MergedMaterialType {
  @Field(() => String)
  type!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  originals!: number;

  @Field(() => Int)
  copies!: number;

  @Field(() => MaterialNecessityEnum)
  necessity!: MaterialNecessity;

  @Field(() => Boolean, { description: "各事项均可容缺方可容缺。 Only when every matter allows it." })
  deferrable!: boolean;

  @Field(() => [MaterialProvenanceType])
  provenance!: readonly MaterialProvenance[];
}

@ObjectType("Bundle", {
  description:
    "一件事:一表申请、一套材料、一次提交、限时办结(R069)。 Several matters handed in once, with one set of materials.",
})
@Directive(`@key(fields: "id")`)
export class BundleType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  regionId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "英文名称。 The name in English." })
  nameEn!: string;

  @Field(() => BundleOriginEnum)
  origin!: BundleOrigin;

  @Field(() => TimeLimitType, { description: "联办总时限。 Within which all of it is done." })
  jointLimit!: TimeLimit;

  @Field(() => String, { description: "数据来源。 Where the entry comes from." })
  source!: string;
}

@Resolver(() => BundleType)
export class BundleResolver {
  @FieldResolver(() => [MatterType])
  matters(@Root() { matterIds }: Bundle, @Ctx() { loaders }: Context) {
    return loaders.matterById.loadMany(matterIds);
  }

  @FieldResolver(() => Boolean, {
    description:
      "可否网上提交(R064):各事项均可网上提交方可;否则 handInBundleOnline 拒绝:MATTER_NOT_HANDLED_ONLINE。 Whether it can be handed in online: only when each of its matters can.",
  })
  async handledOnline(@Root() { matterIds }: Bundle, @Ctx() { loaders }: Context): Promise<boolean> {
    return allHandledOnline(await Promise.all(matterIds.map((id) => loaders.matterById.load(id))));
  }

  @FieldResolver(() => [MergedMaterialType], {
    description: "合并去重后的材料及其来源。 The merged set, each with who needs it.",
  })
  materials(@Root() bundle: Bundle, @Ctx() context: Context) {
    return bundleMaterials(context, bundle);
  }

  @FieldResolver(() => [MergedFieldType], { description: "一表申请:合并去重后的字段。 The one form of all of it." })
  form(@Root() bundle: Bundle, @Ctx() context: Context) {
    return bundleForm(context, bundle);
  }
}

/** How references to a bundle are completed. */
export const resolveBundleReference = ({ id }: { id: string }, { loaders }: Context) => loaders.bundleById.load(id);
