import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { adoptionBy, type RegionCatalogue } from "../adoptionBy.js";
import type { Context } from "../context.js";
import type { GuideCatalogueEntry, GuideCatalogueLevel } from "../domain/guideCatalogue.js";
import { GuideCatalogueLevelEnum } from "./catalogueEnums.js";

@ObjectType("GuideCatalogueEntry", { description: "指导目录的一项。 One matter of a guide catalogue." })
export class GuideCatalogueEntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "序号。 Place in the list, from 1." })
  place!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  basicCode!: string;

  @Field(() => String, { description: "数据来源。 Where the entry comes from." })
  source!: string;
}

@ObjectType("CatalogueAdoption", {
  description: "与指导目录比对(R026、R030)。 What one body offers, compared with it.",
})
export class CatalogueAdoptionType {
  @Field(() => Int)
  adopted!: number;

  @Field(() => [String], { description: "尚未承接的基本编码。 Basic codes not offered yet." })
  missing!: readonly string[];

  @Field(() => [ID], { description: "目录外且未声明为本地的事项。 Matters offered without leave." })
  undeclared!: readonly string[];
}

@ObjectType("GuideCatalogue", {
  description: "镇(街道)、村(社区)政务服务事项指导目录(R026)。 The list that towns or villages adopt.",
})
export class GuideCatalogueType {
  @Field(() => ID)
  regionId!: string;

  @Field(() => GuideCatalogueLevelEnum)
  level!: GuideCatalogueLevel;

  @Field(() => [GuideCatalogueEntryType])
  entries!: readonly GuideCatalogueEntry[];
}

@Resolver(() => GuideCatalogueType)
export class GuideCatalogueResolver {
  @FieldResolver(() => Int, { description: "项数。 Number of entries." })
  count(@Root() { entries }: RegionCatalogue): number {
    return entries.length;
  }

  @FieldResolver(() => CatalogueAdoptionType)
  async adoption(
    @Root() catalogue: RegionCatalogue,
    @Arg("departmentId", () => ID) departmentId: string,
    @Ctx() context: Context,
  ): Promise<CatalogueAdoptionType> {
    const { adopted, missing, undeclared } = await adoptionBy(context, catalogue, departmentId);
    return { adopted: adopted.length, missing, undeclared };
  }
}
