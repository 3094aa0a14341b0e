import { labelledEnum } from "@yimen/kernel/labelledEnum";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Arg, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Level, type LevelLine, onlineShare, type ReportLine, type Volume } from "../domain/threeLevels.js";
import { reportRegion } from "../reportRegion.js";
import { OutletReference } from "./references.js";

const LevelEnum = labelledEnum<Level>("ServiceLevel", "县(区)、乡、村三级(R212)。 The three levels.", {
  DISTRICT: { zh: "县(区)", en: "District" },
  TOWN: { zh: "乡(镇、街道)", en: "Town or street" },
  VILLAGE: { zh: "村(社区)", en: "Village or community" },
});

@ObjectType("CaseVolume", {
  description: "时段内的办件量(不含不予公开的)。 How many cases, confidential ones left out.",
})
export class CaseVolumeType implements Volume {
  @Field(() => Int, { description: "收件。 Received." })
  received!: number;
  @Field(() => Int, { description: "其中已办结。 Of those, finished." })
  closed!: number;
  @Field(() => Int, { description: "其中网上申办。 Of those, handed in online." })
  online!: number;
  @Field(() => Int, { description: "办结的简单事项(即办件)。 Of those finished, simple ones, to be done at once." })
  simpleClosed!: number;
  @Field(() => Int, {
    description:
      "由本网点代办人员网上提交(R129),不论何处决定。 Handed in online by its agents, wherever it was decided.",
  })
  proxied!: number;
}

@Resolver(() => CaseVolumeType)
export class CaseVolumeResolver {
  @FieldResolver(() => Float, { nullable: true, description: "网办率,0 至 1。 Share handed in online." })
  onlineShare(@Root() volume: Volume): number | null {
    return onlineShare(volume);
  }
}

@ObjectType("LevelReport", { description: "一级的合计。 The sum of one level." })
export class LevelReportType {
  @Field(() => LevelEnum)
  level!: Level;
  @Field(() => Int)
  outlets!: number;
}

@Resolver(() => LevelReportType)
export class LevelReportResolver {
  @FieldResolver(() => CaseVolumeType)
  volume(@Root() line: LevelLine): Volume {
    return line;
  }
}

@ObjectType("PlaceReport", { description: "一个网点。 One outlet." })
export class PlaceReportType {
  @Field(() => LevelEnum)
  level!: Level;
  @Field(() => CaseVolumeType, { description: "本网点。 Its own." })
  own!: Volume;
  @Field(() => CaseVolumeType, { description: "本网点及下级合计。 With everything below it." })
  total!: Volume;
}

@Resolver(() => PlaceReportType)
export class PlaceReportResolver {
  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: ReportLine) {
    return { id: outletId };
  }
}

@ObjectType("ThreeLevelReport", { description: "三级通报(R132):各级办件与网办情况。 What is circulated for a period." })
export class ThreeLevelReportType {
  @Field(() => CaseVolumeType)
  total!: Volume;
  @Field(() => Float, {
    nullable: true,
    description: "简单事项在村(社区)办结的占比(R129),0 至 1。 Share of simple cases finished in villages.",
  })
  simpleAtVillage!: number | null;
  @Field(() => [LevelReportType])
  levels!: readonly LevelLine[];
  @Field(() => [PlaceReportType])
  places!: readonly ReportLine[];
}

@Resolver()
export class ReportQueries {
  @Query(() => ThreeLevelReportType, {
    nullable: true,
    description:
      "县(区)、乡、村三级政务服务及网上办件情况(R132、R212),首尾两日计入。拒绝码:STAFF_UNAVAILABLE、CASES_UNAVAILABLE。 What the three levels received between two days.",
  })
  threeLevelReport(
    @Arg("regionId", () => ID) regionId: string,
    @Arg("from", () => PlainDateScalar) from: PlainDate,
    @Arg("to", () => PlainDateScalar) to: PlainDate,
    @Ctx() context: Context,
  ) {
    return reportRegion(context, regionId, from, to);
  }
}
