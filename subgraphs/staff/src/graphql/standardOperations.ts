import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { ForPartners } from "@yimen/kernel/forPartners";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from "type-graphql";
import { checkOutletStandard } from "../checkOutletStandard.js";
import type { Context } from "../context.js";
import type { Facility } from "../domain/facility.js";
import type { Outlet, OutletKind, PartnerKind } from "../domain/outlet.js";
import type { OutletGrade, StandardItem } from "../domain/outletStandard.js";
import { equipOutlet } from "../equipOutlet.js";
import { measureGrades, measureStandard, measureVillages } from "../measureOutlets.js";
import { openOutlet } from "../openOutlet.js";
import { CoordinatesInput } from "./coordinatesType.js";
import { OutletKindEnum, PartnerKindEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { RegionType } from "./regionType.js";
import {
  FacilityEnum,
  GradeReportType,
  OutletGradeEnum,
  OutletStandardType,
  StandardItemEnum,
  VillageCoverageType,
} from "./standardTypes.js";

const AS_OF = "截至该日;不填为今天。 As of that day; today when left out.";

@InputType({ description: "登记网点设施(R009–R012、R199–R201)。 Enters what an outlet has." })
class EquipOutletInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => [FacilityEnum], { description: "现有的全部设施;代办员以在岗为准。 All there is now." })
  facilities!: Facility[];
}

@InputType({ description: "评定网点标准化(R008、R015)。 Checks an outlet against the standard." })
class CheckOutletStandardInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => [StandardItemEnum], { description: "达标项。 Items met." })
  met!: StandardItem[];
  @Field(() => OutletGradeEnum, { nullable: true, description: "达到的等级;未达到不填。 The grade reached, if any." })
  grade: OutletGrade | null = null;
}

@InputType({ description: "新设网点。 Opens an outlet." })
class OpenOutletInput extends ClientMutation {
  @Field(() => ID, { description: "上级网点;合作网点可设在中心内(R018)。 The outlet above." })
  parentId!: string;
  @Field(() => OutletKindEnum)
  kind!: OutletKind;
  @Field(() => PartnerKindEnum, { nullable: true, description: "合作网点必填。 For a partner's outlet." })
  partnerKind: PartnerKind | null = null;
  @Field(() => String, { description: "须符合本地统一命名(R013)。 As the region names such outlets." })
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String)
  locality!: string;
  @Field(() => String)
  address!: string;
  @Field(() => String)
  phone!: string;
  @Field(() => CoordinatesInput, { nullable: true, description: "坐标;尚未测得不填(R023)。 Where it is, if measured." })
  coordinates: CoordinatesInput | null = null;
}

@Resolver(() => OutletType)
export class OutletMeasureResolver {
  @FieldResolver(() => OutletStandardType, {
    description: "标准化情况:设施缺项、十项评定、等级(R007–R012、R015、R199)。 How it stands against the plans.",
  })
  standard(@Root() outlet: Outlet, @Ctx() context: Context) {
    return measureStandard(context, outlet);
  }

  @ForPartners()
  @FieldResolver(() => [OutletType], {
    description: "下级与共址网点(R018),含合作网点。 The outlets below it, and those inside it.",
  })
  async children(@Root() { id, regionId }: Outlet, @Ctx() { loaders }: Context) {
    return (await loaders.outletsOfRegion.load(regionId)).filter(({ parentId }) => parentId === id);
  }
}

@Resolver(() => RegionType)
export class RegionMeasureResolver {
  @FieldResolver(() => GradeReportType, { description: "镇街场所等级(R015)。 How its towns are graded." })
  outletGrades(
    @Root() { id }: RegionType,
    @Arg("asOf", () => PlainDateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureGrades(context, id, asOf ?? officeDay(context.clock()));
  }

  @FieldResolver(() => VillageCoverageType, { description: "村级全覆盖(R014)。 Whether every village has a point." })
  villageCoverage(
    @Root() { id }: RegionType,
    @Arg("asOf", () => PlainDateScalar, { nullable: true, description: AS_OF }) asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureVillages(context, id, asOf ?? officeDay(context.clock()));
  }
}

@Resolver()
export class StandardMutations {
  @StaffOnly()
  @Mutation(() => OutletType, {
    description: "登记网点设施。拒绝码:NOT_OUTLET_KEEPER、FACILITY_UNKNOWN。 Enters what an outlet has.",
  })
  async equipOutlet(@Arg("input", () => EquipOutletInput) input: EquipOutletInput, @Ctx() context: Context) {
    return context.loaders.outletById.load(await equipOutlet(context, input));
  }

  @StaffOnly()
  @Mutation(() => OutletType, {
    description:
      "评定网点标准化与等级。拒绝码:NOT_STANDARD_ASSESSOR、GRADE_NOT_EARNED、BENCHMARK_NOT_EARNED、OUTLET_ALREADY_CHECKED。 Checks an outlet.",
  })
  async checkOutletStandard(
    @Arg("input", () => CheckOutletStandardInput) input: CheckOutletStandardInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.outletById.load(await checkOutletStandard(context, input));
  }

  @StaffOnly()
  @Mutation(() => OutletType, {
    description:
      "新设网点。拒绝码:NOT_OUTLET_KEEPER、OUTLET_PLACE_INVALID、NAME_NOT_STANDARD(R013)。 Opens an outlet, under the name its region prescribes.",
  })
  async openOutlet(@Arg("input", () => OpenOutletInput) input: OpenOutletInput, @Ctx() context: Context) {
    return context.loaders.outletById.load(await openOutlet(context, input));
  }
}
