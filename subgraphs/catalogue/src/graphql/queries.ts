import { Page } from "@yimen/kernel/accessDirectives";
import { ForPartners } from "@yimen/kernel/forPartners";
import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { MatterList, ServiceTag } from "../domain/matter.js";
import { checkPage } from "../domain/page.js";
import { matterByCode } from "../matterByCode.js";
import { measureRegion } from "../measureRegion.js";
import { listMatters, type MatterFilter } from "../store/matterPage.js";
import { GuideVersionType } from "./guideType.js";
import { CatalogueIndicatorsType } from "./indicatorTypes.js";
import { MatterListEnum, ServiceTagEnum } from "./matterEnums.js";
import type { AskedMatter } from "./matterResolver.js";
import { MatterConnectionType, MatterType } from "./matterType.js";

@ArgsType()
export class MatterArgs implements MatterFilter {
  @Field(() => ID, { nullable: true })
  regionId?: string | null;

  @Field(() => ID, { nullable: true })
  departmentId?: string | null;

  @Field(() => ServiceTagEnum, { nullable: true })
  tag?: ServiceTag | null;

  @Field(() => MatterListEnum, { nullable: true })
  list?: MatterList | null;

  @Field(() => String, {
    nullable: true,
    description: "名称的一部分或编码的开头。 Part of a name, or the beginning of a code.",
  })
  text?: string | null;

  @Field(() => Int, { defaultValue: 20, description: "每页条数,1 至 100。 Entries a page, 1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "上一页的 endCursor。 The last page's endCursor." })
  after?: string | null;
}

/** Guides are public: anybody may read all of it. */
@Resolver()
export class MatterQueries {
  @Page()
  @ForPartners()
  @Query(() => MatterConnectionType, {
    nullable: true,
    description: "事项列表;未填的条件不筛选。 What is left out does not narrow.",
  })
  matters(@Args(() => MatterArgs) { first, after, ...filter }: MatterArgs, @Ctx() { db }: Context) {
    checkPage(first);
    return listMatters(db, filter, { first, after: after ?? null });
  }

  @ForPartners()
  @Query(() => MatterType, {
    nullable: true,
    description: "一个事项;填 at 则指南为该时刻的版本。 With `at`, its guide is the one that held then.",
  })
  async matter(
    @Arg("id", () => ID) id: string,
    @Arg("at", () => InstantScalar, { nullable: true }) at: Date | null,
    @Ctx() { loaders }: Context,
  ): Promise<AskedMatter | null> {
    const found = await loaders.matterById.load(id);
    return found && { ...found, at };
  }

  @Query(() => MatterType, {
    nullable: true,
    description:
      "按 33、31 或 12 位编码查事项;编码对应多个事项时拒绝(MATTER_CODE_NOT_UNIQUE)。 The one matter that carries a code.",
  })
  matterByCode(@Arg("code", () => String) code: string, @Ctx() context: Context) {
    return matterByCode(context, code);
  }

  @Query(() => GuideVersionType, { nullable: true, description: "一版办事指南。 One version of a guide." })
  guideVersion(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.guideById.load(id);
  }

  @Query(() => CatalogueIndicatorsType, {
    nullable: true,
    description: "一个地区的目录指标;不填日期为当日。 Left out, asOf is today.",
  })
  indicators(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("asOf", () => PlainDateScalar, { nullable: true }) asOf: PlainDate | null,
    @Ctx() context: Context,
  ) {
    return measureRegion(context, regionId, asOf ?? officeDay(context.clock()));
  }
}
