import { ForPartners } from "@yimen/kernel/forPartners";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { networkCompleteness } from "../domain/network.js";
import { measureStaffing } from "../measureStaffing.js";
import { DepartmentType } from "./departmentType.js";
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

export const resolveRegionReference = ({ id }: { id: string }, { loaders }: Context) => loaders.regionById.load(id);
