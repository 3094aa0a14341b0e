import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Arg, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { BundleOrigin } from "../domain/bundle.js";
import type { Indicator, Minimality } from "../domain/indicators.js";
import type { BeforeAndNow } from "../domain/optimisation.js";
import type { MeasureKind } from "../domain/optimisationMeasure.js";
import { type Rational, toNumber } from "../domain/rational.js";
import type { ThresholdTrend } from "../domain/threshold.js";
import type { RegionIndicators, Share } from "../measureRegion.js";
import { measureThresholds } from "../measureThresholds.js";
import { MeasureKindEnum } from "./catalogueEnums.js";
import { BeforeAndNowType } from "./optimisationTypes.js";
import { DepartmentReference } from "./references.js";

@ObjectType("ExactRatio", { description: "精确分数。 An exact fraction." })
export class RatioType {
  @Field(() => String, { description: "分子。 Numerator, a whole number." })
  numerator!: string;

  @Field(() => String, { description: "分母。 Denominator, a whole number above zero." })
  denominator!: string;

  @Field(() => Float, { description: "近似值,仅供阅读。 For reading only." })
  value!: number;
}

const ratio = (exact: Rational): RatioType => ({
  numerator: exact.numerator.toString(),
  denominator: exact.denominator.toString(),
  value: toNumber(exact),
});

@ObjectType("ReductionIndicator", { description: "压减比例及目标。 A share that was cut, with its target." })
export class IndicatorType {
  @Field(() => Boolean, { nullable: true, description: "是否达标(“以上”含本数)。 At least the target." })
  met!: boolean | null;

  @Field(() => Int, { description: "计入的事项数。 Matters that count." })
  counted!: number;
}

@Resolver(() => IndicatorType)
export class IndicatorResolver {
  @FieldResolver(() => RatioType, {
    nullable: true,
    description: "无可压减时为空。 Null where there was nothing to cut.",
  })
  value(@Root() { value }: Indicator): RatioType | null {
    return value && ratio(value);
  }

  @FieldResolver(() => RatioType)
  target(@Root() { target }: Indicator): RatioType {
    return ratio(target);
  }
}

@ObjectType("Minimality", { description: "环节、材料、时限极简(R033–R037)。 How much was cut." })
export class MinimalityType {
  @Field(() => IndicatorType, {
    description: "承诺时限比法定时限压缩,目标 50%(R033)。 Promised against statutory limits.",
  })
  time!: Indicator;

  @Field(() => IndicatorType, { description: "申请材料比基准减少,目标 30%(R034)。 Materials against the baseline." })
  materials!: Indicator;

  @Field(() => IndicatorType, { description: "环节比基准减少,目标 20%(R035)。 Steps against the baseline." })
  steps!: Indicator;
}

@ObjectType("DepartmentMinimality", { description: "一个部门的三项极简指标(R037)。 The same for one department." })
export class DepartmentMinimalityType {
  @Field(() => MinimalityType)
  minimality!: Minimality;
}

@Resolver(() => DepartmentMinimalityType)
export class DepartmentMinimalityResolver {
  @FieldResolver(() => DepartmentReference, { nullable: true })
  department(@Root() { departmentId }: { departmentId: string }): DepartmentReference {
    return { id: departmentId };
  }
}

@ObjectType("MatterShare", { description: "占比。 A part of a whole." })
export class ShareType {
  @Field(() => Int)
  part!: number;

  @Field(() => Int)
  whole!: number;
}

@ObjectType("BundleCounts", { description: "一件事清单数(R068)。 Bundles by whose list they stand on." })
export class BundleCountsType {
  @Field(() => Int)
  PROVINCE_CITY!: number;

  @Field(() => Int)
  COUNTY!: number;

  @Field(() => Int)
  LOCAL!: number;
}

@ObjectType("MeasureCount", { description: "一类优化措施的数量(R041)。 How many measures of a kind were taken." })
export class MeasureCountType {
  @Field(() => MeasureKindEnum)
  kind!: MeasureKind;

  @Field(() => Int)
  count!: number;
}

@ObjectType("ThresholdTrend", {
  description:
    "审批门槛的变化(R075):两日均有指南的事项。 What matters asked on two days; only those of both days count.",
})
export class ThresholdTrendType implements ThresholdTrend {
  @Field(() => Int)
  matters!: number;

  @Field(() => BeforeAndNowType)
  materials!: BeforeAndNow;

  @Field(() => BeforeAndNowType)
  steps!: BeforeAndNow;

  @Field(() => BeforeAndNowType)
  onSiteVisits!: BeforeAndNow;

  @Field(() => Boolean, { description: "均未上升且有所下降。 Nothing rose, and something fell." })
  fallen!: boolean;
}

@ObjectType("CatalogueIndicators", {
  description: "目录指标,按当日终了时已发布的内容计算。 Computed from what was published by the end of that day.",
})
export class CatalogueIndicatorsType {
  @Field(() => ID)
  regionId!: string;

  @Field(() => PlainDateScalar)
  asOf!: string;

  @Field(() => MinimalityType)
  minimality!: Minimality;

  @Field(() => [DepartmentMinimalityType])
  departments!: RegionIndicators["departments"];

  @Field(() => ShareType, { description: "即办件占比(R040)。 Matters done at once." })
  instant!: Share;

  @Field(() => ShareType, { description: "可网办占比(R064)。 Matters that can be handled online." })
  online!: Share;

  @Field(() => ShareType, { description: "掌上办清单占比(R062)。 Matters on the list for telephones." })
  mobile!: Share;

  @Field(() => ShareType, { description: "零纸质材料事项占比(R206)。 Nothing of paper has to be brought." })
  noPaper!: Share;

  @Field(() => ShareType, { description: "跨省通办事项占比(R047)。 Handed in outside their province as well." })
  crossProvince!: Share;

  @Field(() => BundleCountsType)
  bundles!: Readonly<Record<BundleOrigin, number>>;

  @Field(() => [MeasureCountType], { description: "各类优化措施数:五减一免(R041)。 Measures taken, by kind." })
  measures!: RegionIndicators["measures"];
}

@Resolver(() => CatalogueIndicatorsType)
export class CatalogueIndicatorsResolver {
  @FieldResolver(() => ThresholdTrendType, {
    description: "与某日相比的审批门槛(R075)。 What the matters ask, against another day.",
  })
  thresholds(
    @Root() { regionId, asOf }: RegionIndicators,
    @Arg("since", () => PlainDateScalar) since: PlainDate,
    @Ctx() context: Context,
  ) {
    return measureThresholds(context, regionId, { since, asOf });
  }
}
