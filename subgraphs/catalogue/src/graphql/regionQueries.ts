import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { RegionCatalogue } from "../adoptionBy.js";
import type { Context } from "../context.js";
import type { GuideCatalogueLevel } from "../domain/guideCatalogue.js";
import { findBundlesOfRegion } from "../store/bundleStore.js";
import { findCancelledProofs } from "../store/cancelledProofStore.js";
import { logHead } from "../store/catalogueLog.js";
import { findEntrustmentsOfRegion } from "../store/entrustmentStore.js";
import { findGuideCatalogue } from "../store/guideCatalogueStore.js";
import { BundleType } from "./bundleType.js";
import { GuideCatalogueLevelEnum } from "./catalogueEnums.js";
import { EntrustmentType } from "./entrustmentType.js";
import { GuideCatalogueType } from "./guideCatalogueType.js";

@ObjectType("CancelledProof", { description: "已取消的证明(R039)。 A proof that nobody may ask for any more." })
export class CancelledProofType {
  @Field(() => String, { description: "对应的材料类型。 Its material type." })
  type!: string;

  @Field(() => String)
  name!: string;

  @Field(() => PlainDateScalar)
  cancelledOn!: string;

  @Field(() => String, { description: "数据来源。 Where the entry comes from." })
  source!: string;
}

@Resolver()
export class RegionQueries {
  @Query(() => [BundleType], { nullable: true, description: "一个地区的一件事。 The region's bundles." })
  bundles(@Arg("regionId", () => ID) regionId: string, @Ctx() { db }: Context) {
    return findBundlesOfRegion(db, regionId);
  }

  @Query(() => BundleType, { nullable: true, description: "一件事。 One bundle." })
  bundle(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.bundleById.load(id);
  }

  @Query(() => [EntrustmentType], {
    nullable: true,
    description: "一个地区各部门的进驻与委托。 How the region's departments are present.",
  })
  entrustments(@Arg("regionId", () => ID) regionId: string, @Ctx() { db }: Context) {
    return findEntrustmentsOfRegion(db, regionId);
  }

  @Query(() => [CancelledProofType], {
    nullable: true,
    description: "取消的证明事项清单(R039)。 Proofs that were cancelled.",
  })
  cancelledProofs(@Arg("regionId", () => ID) regionId: string, @Ctx() { db }: Context) {
    return findCancelledProofs(db, regionId);
  }

  @Query(() => GuideCatalogueType, {
    nullable: true,
    description: "镇(街道)或村(社区)指导目录(R026)。 The list that towns or villages adopt.",
  })
  async guideCatalogue(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("level", () => GuideCatalogueLevelEnum) level: GuideCatalogueLevel,
    @Ctx() { db }: Context,
  ): Promise<RegionCatalogue> {
    return { regionId, level, entries: await findGuideCatalogue(db, regionId, level) };
  }

  @Query(() => String, {
    nullable: true,
    description: "目录日志当前位置,可作为订阅的 after。 The log's newest cursor.",
  })
  async catalogueLogHead(@Ctx() { db }: Context): Promise<string> {
    return (await logHead(db)).toString();
  }
}
