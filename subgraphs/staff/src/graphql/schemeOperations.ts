import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { adoptAppraisalScheme } from "../adoptAppraisalScheme.js";
import type { Context } from "../context.js";
import {
  type Indicator,
  type IndicatorInput,
  indicatorInputs,
  type SchemeAudience,
  type ScoreLine,
  schemeAudiences,
  totalOf,
} from "../domain/appraisalScheme.js";
import type { Outlet } from "../domain/outlet.js";
import type { VisibleStaffMember } from "../domain/staffMember.js";
import { measureDiligence, measureScore, type QuantifiedScore } from "../measureWork.js";
import { findSchemes } from "../store/appraisalSchemeStore.js";
import { AttendanceCountType } from "./appraisalTypes.js";
import { enumOf } from "./enumOf.js";
import { OutletType } from "./outletType.js";
import { StaffMemberType } from "./staffMemberType.js";

const SchemeAudienceEnum = enumOf(schemeAudiences);
registerEnumType(SchemeAudienceEnum, {
  name: "SchemeAudience",
  description: "考核对象:窗口人员(R170)或负责人(R171)。 For whom a scheme is.",
});
const IndicatorInputEnum = enumOf(indicatorInputs);
registerEnumType(IndicatorInputEnum, {
  name: "IndicatorInput",
  description: "指标取值来源。 Where an indicator's value comes from.",
  valuesConfig: {
    TASK_COMPLETION: { description: "任务完成:办结到访数,系统计算。 Visits served, computed." },
    ATTENDANCE: { description: "出勤,系统计算。 Attendance, computed." },
    SATISFACTION: { description: "服务对象满意度:取评价的好评率。 The good rate of evaluations." },
    COOPERATION: { description: "相关工作配合度(R171)。" },
    PEOPLE_MANAGEMENT: { description: "人员管理(R171)。" },
    POLICY_IMPLEMENTATION: { description: "政策制度落实(R171)。" },
    OTHER: { description: "其他。 Something else." },
  },
});

@ObjectType("Indicator", { description: "一项量化指标(R205)。 One quantified indicator." })
export class IndicatorType implements Indicator {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => IndicatorInputEnum)
  input!: IndicatorInput;
  @Field(() => Int, { description: "权重,合计100。 Of a hundred." })
  weight!: number;
  @Field(() => Float, { nullable: true, description: "任务:满分到访数;出勤:每次扣分。 Full mark, or points off." })
  parameter!: number | null;
}

@ObjectType("AppraisalScheme", { description: "网点的量化考核指标,一版(R205)。 A version of an outlet's indicators." })
export class AppraisalSchemeType {
  @Field(() => SchemeAudienceEnum)
  audience!: SchemeAudience;
  @Field(() => Int)
  version!: number;
  @Field(() => PlainDateScalar)
  validFrom!: string;
  @Field(() => [IndicatorType])
  indicators!: readonly Indicator[];
}

@ObjectType("ScoreLine")
export class ScoreLineType {
  @Field(() => IndicatorType)
  indicator!: Indicator;
  @Field(() => Float, { description: "0 至 100。" })
  value!: number;
}

@ObjectType("QuantifiedScore", { description: "按指标计算的得分,可复算(R205)。 A score that can be computed again." })
export class QuantifiedScoreType {
  @Field(() => AppraisalSchemeType)
  scheme!: AppraisalSchemeType;
  @Field(() => [ScoreLineType])
  lines!: readonly ScoreLine[];
}

@Resolver(() => QuantifiedScoreType)
export class QuantifiedScoreResolver {
  @FieldResolver(() => Float, { description: "总分,0 至 100。 The total." })
  total(@Root() { lines }: QuantifiedScore): number {
    return totalOf(lines);
  }
}

@InputType()
class IndicatorInputType implements Indicator {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => IndicatorInputEnum)
  input!: IndicatorInput;
  @Field(() => Int)
  weight!: number;
  @Field(() => Float, { nullable: true })
  parameter: number | null = null;
}

@InputType({ description: "公布一版量化指标(R205)。 Adopts a version of an outlet's indicators." })
class AdoptAppraisalSchemeInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => SchemeAudienceEnum)
  audience!: SchemeAudience;
  @Field(() => PlainDateScalar)
  validFrom!: string;
  @Field(() => [IndicatorInputType])
  indicators!: IndicatorInputType[];
}

@InputType()
class IndicatorValueInput {
  @Field(() => String)
  code!: string;
  @Field(() => Float, { description: "0 至 100。" })
  value!: number;
}

@Resolver(() => OutletType)
export class OutletSchemeResolver {
  @StaffOnly()
  @FieldResolver(() => [AppraisalSchemeType], {
    description: "量化考核指标各版(R205)。 All versions of its indicators.",
  })
  appraisalSchemes(@Root() { id }: Outlet, @Ctx() { db }: Context) {
    return findSchemes(db, [id]);
  }
}

const PERSONAL = "仅本人、主管和监督可见。 Personal: null for all but the person, their managers and supervision.";

@Resolver(() => StaffMemberType)
export class StaffWorkResolver {
  @StaffOnly()
  @FieldResolver(() => AttendanceCountType, {
    nullable: true,
    description: `时段内出勤(R154、R170),首尾两日计入。${PERSONAL}`,
  })
  attendanceIn(
    @Root() { id }: VisibleStaffMember,
    @Arg("from", () => PlainDateScalar) from: PlainDate,
    @Arg("to", () => PlainDateScalar) to: PlainDate,
    @Ctx() context: Context,
  ) {
    return measureDiligence(context, id, { from, to });
  }

  @StaffOnly()
  @FieldResolver(() => QuantifiedScoreType, {
    nullable: true,
    description: `按所在网点指标计算的得分(R205);任务与出勤由系统计算,其余由 given 给出。拒绝码:INDICATOR_VALUE_INVALID。${PERSONAL}`,
  })
  quantifiedScore(
    @Root() { id }: VisibleStaffMember,
    @Arg("from", () => PlainDateScalar) from: PlainDate,
    @Arg("to", () => PlainDateScalar) to: PlainDate,
    @Arg("given", () => [IndicatorValueInput], { defaultValue: [] }) given: IndicatorValueInput[],
    @Ctx() context: Context,
  ) {
    return measureScore(context, id, { from, to }, new Map(given.map(({ code, value }) => [code, value])));
  }
}

@Resolver()
export class SchemeMutations {
  @StaffOnly()
  @Mutation(() => OutletType, {
    description:
      "公布一版量化考核指标(R205)。拒绝码:NOT_OUTLET_KEEPER、APPRAISAL_SCHEME_INVALID、APPRAISAL_SCHEME_ADOPTED_MEANWHILE。 Adopts a version.",
  })
  async adoptAppraisalScheme(
    @Arg("input", () => AdoptAppraisalSchemeInput) input: AdoptAppraisalSchemeInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.outletById.load(await adoptAppraisalScheme(context, input));
  }
}
