import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from "type-graphql";
import {
  type Facility,
  type FacilityGroup,
  type FacilityScore,
  facilities,
  facilityGroups,
} from "../domain/facility.js";
import type { Outlet } from "../domain/outlet.js";
import {
  dimensionScores,
  missingItems,
  type OutletGrade,
  outletGrades,
  type StandardCheck,
  type StandardDimension,
  type StandardItem,
  standardDimensions,
  standardItems,
  yearlyTrend,
} from "../domain/outletStandard.js";
import type { VillageCoverage } from "../domain/villageCoverage.js";
import { enumOf } from "./enumOf.js";
import { OutletType } from "./outletType.js";

export const FacilityEnum = enumOf(Object.keys(facilities) as Facility[]);
registerEnumType(FacilityEnum, {
  name: "Facility",
  description: "区域、设备、标识、便民设施与配套服务(R009–R012、R017、R199–R201)。 What an outlet may have.",
  valuesConfig: Object.fromEntries(
    (Object.keys(facilities) as Facility[]).map((key) => [
      key,
      { description: `${facilities[key].zh}。 ${facilities[key].en}.` },
    ]),
  ),
});

export const FacilityGroupEnum = enumOf(facilityGroups);
registerEnumType(FacilityGroupEnum, {
  name: "FacilityGroup",
  description: "设施组。 Groups of what the plans ask for.",
  valuesConfig: {
    AREAS: { description: "功能区域(R009)。 Functional areas." },
    DEVICES: { description: "办公设备,含评价仪(R010)。 Devices, the evaluation device among them." },
    SIGNS: { description: "服务标识(R011)。 Signs." },
    TEN_ONES: { description: "村级“十个一”(R012)。 The ten ones of a village point." },
    COMFORT: { description: "便民设施(R199)。 Comforts." },
    SERVICES: { description: "配套服务(R201)。 Services beside." },
  },
});

export const StandardItemEnum = enumOf(standardItems);
registerEnumType(StandardItemEnum, {
  name: "StandardItem",
  description: "“三规范、七统一”十项(R008)。 The ten items of the standard.",
  valuesConfig: {
    INSTITUTION: { description: "规范机构设置。" },
    MATTERS: { description: "规范服务事项。" },
    SERVICE_STANDARD: { description: "规范服务标准。" },
    SIGNS: { description: "统一场所标志。" },
    FACILITIES: { description: "统一服务设施。" },
    STAFFING: { description: "统一人员配备。" },
    MATTER_PRESENCE: { description: "统一事项进驻。" },
    PROCESS: { description: "统一服务流程。" },
    RULES: { description: "统一服务制度。" },
    APPRAISAL: { description: "统一考核制度。" },
  },
});

export const StandardDimensionEnum = enumOf(standardDimensions);
registerEnumType(StandardDimensionEnum, {
  name: "StandardDimension",
  description: "机构、队伍、流程、设施四个维度(R007)。 What the three-year programme measures.",
});

export const OutletGradeEnum = enumOf(outletGrades);
registerEnumType(OutletGradeEnum, {
  name: "OutletGrade",
  description: "场所等级(R015):基础型 < 标准型 < 标杆型。 Grades, the lowest first.",
});

@ObjectType("FacilityScore", { description: "一组设施的配备情况。 How one group stands." })
export class FacilityScoreType {
  @Field(() => FacilityGroupEnum)
  group!: FacilityGroup;
  @Field(() => [FacilityEnum])
  present!: readonly Facility[];
  @Field(() => [FacilityEnum], { description: "缺项。 What is missing." })
  missing!: readonly Facility[];
}

@ObjectType("DimensionScore")
export class DimensionScoreType {
  @Field(() => StandardDimensionEnum)
  dimension!: StandardDimension;
  @Field(() => Float, { description: "0 至 1。" })
  score!: number;
}

@ObjectType("StandardCheck", { description: "一次标准化评定(R007、R008、R015)。 How an outlet stood on a day." })
export class StandardCheckType {
  @Field(() => PlainDateScalar)
  checkedOn!: string;
  @Field(() => [StandardItemEnum])
  met!: readonly StandardItem[];
  @Field(() => OutletGradeEnum, { nullable: true, description: "未达基础型为空。 Null below BASIC." })
  grade!: OutletGrade | null;
}

@Resolver(() => StandardCheckType)
export class StandardCheckResolver {
  @FieldResolver(() => Int, { description: "十项得分。 Of ten." })
  score(@Root() { met }: StandardCheck): number {
    return met.length;
  }

  @FieldResolver(() => [StandardItemEnum], { description: "未达标项。 Items not met." })
  missing(@Root() check: StandardCheck): StandardItem[] {
    return missingItems(check);
  }

  @FieldResolver(() => [DimensionScoreType])
  dimensions(@Root() check: StandardCheck) {
    return dimensionScores(check);
  }
}

@ObjectType("OutletStandard", { description: "网点标准化情况。 How an outlet stands against the plans." })
export class OutletStandardType {
  @Field(() => [FacilityScoreType])
  facilities!: readonly FacilityScore[];
  readonly checks!: readonly StandardCheck[];
}

@Resolver(() => OutletStandardType)
export class OutletStandardResolver {
  @FieldResolver(() => StandardCheckType, { nullable: true, description: "最近一次评定。 The latest check." })
  latest(@Root() { checks }: OutletStandardType): StandardCheck | null {
    return checks.at(-1) ?? null;
  }

  @FieldResolver(() => [StandardCheckType], { description: "逐年趋势,每年取最后一次(R007)。 The last of each year." })
  trend(@Root() { checks }: OutletStandardType): StandardCheck[] {
    return yearlyTrend(checks);
  }
}

@ObjectType("GradeReport", { description: "镇街场所达标情况(R015)。 How a region's towns are graded." })
export class GradeReportType {
  @Field(() => Int, { description: "镇街总数。 Towns." })
  towns!: number;
  @Field(() => [OutletType], { description: "未达基础型的。 Below BASIC." })
  belowBasic!: readonly Outlet[];
  @Field(() => Int, { description: "标准型及以上。 At least STANDARD." })
  standard!: number;
  @Field(() => Int, { description: "标杆型。 BENCHMARK." })
  benchmark!: number;
}

@ObjectType("VillageCoverage", { description: "村级网点与网上站点覆盖(R014)。 How many villages have a point." })
export class VillageCoverageType implements VillageCoverage {
  @Field(() => Int)
  villages!: number;
  @Field(() => Int)
  withPoint!: number;
  @Field(() => Int, { description: "有网上服务站点的。 Of those, with an online station." })
  withOnlineStation!: number;
  @Field(() => [String], { description: "没有服务点的村(社区)。 Without a point." })
  missing!: readonly string[];
  @Field(() => [String], { description: "有点而无网上站点的。 With a point that is not online." })
  offline!: readonly string[];
}
