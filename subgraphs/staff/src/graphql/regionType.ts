import { ForPartners } from "@yimen/kernel/forPartners";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Arg, Ctx, Directive, Field, FieldResolver, Float, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { networkCompleteness } from "../domain/network.js";
import { measureGeneralistWindows, measureLoad } from "../measureLoad.js";
import { measureStaffing } from "../measureStaffing.js";
import { DepartmentType } from "./departmentType.js";
import { LoadBalanceType } from "./loadTypes.js";
import { NetworkTargetType, StaffingComplianceType } from "./measureTypes.js";
import { OutletType } from "./outletType.js";

const AS_OF = "截至该日;不填为今天。 As of that day; today when left out.";

@ObjectType("Region", { description: "行政区域。 A region whose plan the network follows." })
@Directive(`@key(fields: "id")`)
export class RegionType {
  @ForPartners()
  @Field(() => ID)
  id!: string;
  @ForPartners()
  @Field(() => String)
  name!: string;
  @ForPartners()
  @Field(() => String)
  nameEn!: string;
  @ForPartners()
  @Field(() => String, { description: "行政区划代码。 Administrative division code." })
  code!: string;
  @Field(() => String, { description: "方案所写的网络形态,如 1+9+N。 Its network's shape as the plan writes it." })
  shape!: string;
}

@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => [OutletType], { description: "全部网点。 All its outlets." })
  outlets(@Root() { id }: RegionType, @Ctx() { loaders }: Context) {
    return loaders.outletsOfRegion.load(id);
  }

  @FieldResolver(() => [DepartmentType], { description: "各部门。 Its departments." })
  departments(@Root() { id }: RegionType, @Ctx() { loaders }: Context) {
    return loaders.departmentsOfRegion.load(id);
  }

  @FieldResolver(() => [NetworkTargetType], {
    description: "网络建成度(R001、R002、R004):缺哪些点位,是否逾期。 What of the shape exists, and what is missing.",
  })
  async networkCompleteness(
    @Root() { id }: RegionType,
    @Arg("asOf", () => PlainDateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() { loaders, clock }: Context,
  ) {
    const [targets, outlets] = await Promise.all([loaders.targetsOf.load(id), loaders.outletsOfRegion.load(id)]);
    return networkCompleteness(targets, outlets, asOf ?? officeDay(clock()));
  }

  @FieldResolver(() => StaffingComplianceType, {
    description: "人员配备合规情况(R133–R137):列出每一处不符。 Every place that has too few or too many people.",
  })
  async staffingCompliance(
    @Root() { id }: RegionType,
    @Arg("asOf", () => PlainDateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: Context,
  ) {
    const day = asOf ?? officeDay(context.clock());
    return { asOf: day, violations: await measureStaffing(context, id, day) };
  }
}

@Resolver(() => RegionType)
export class RegionLoadResolver {
  @FieldResolver(() => LoadBalanceType, {
    description: "窗口忙闲情况与调配建议(R161),首尾两日计入。 How evenly its windows were loaded; both days included.",
  })
  async loadBalance(
    @Root() { id }: RegionType,
    @Arg("from", () => PlainDateScalar) from: PlainDate,
    @Arg("to", () => PlainDateScalar) to: PlainDate,
    @Ctx() context: Context,
  ) {
    return { windows: await measureLoad(context, id, from, to) };
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "分中心和镇街窗口中全科受理的占比(R163)。 Share of town and sub-centre windows that take everything.",
  })
  generalistWindowShare(
    @Root() { id }: RegionType,
    @Arg("asOf", () => PlainDateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureGeneralistWindows(context, id, asOf ?? officeDay(context.clock()));
  }
}

export const resolveRegionReference = ({ id }: { id: string }, { loaders }: Context) => loaders.regionById.load(id);
