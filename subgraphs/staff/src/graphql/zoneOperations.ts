import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { arrangeZones } from "../arrangeZones.js";
import type { Context } from "../context.js";
import { type HallZone, type Lifecycle, lifecycles, outsideApprovalZone } from "../domain/hallZone.js";
import type { Outlet } from "../domain/outlet.js";
import { mergeOutlet } from "../mergeOutlet.js";
import { ChiefRepresentativeType, DepartmentType } from "./departmentType.js";
import { enumOf } from "./enumOf.js";
import { OutletType } from "./outletType.js";
import { WindowType } from "./windowType.js";

const LifecycleEnum = enumOf(lifecycles);
registerEnumType(LifecycleEnum, {
  name: "Lifecycle",
  description: "个人、企业全生命周期(R025)。 Of a person or of an enterprise.",
});

@ObjectType("HallZone", { description: "大厅的一个区域(R024、R025、R207)。 A zone of a hall." })
export class HallZoneType {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => LifecycleEnum, { nullable: true, description: "全生命周期服务区。 Its life cycle, if it serves one." })
  lifecycle!: Lifecycle | null;
  @Field(() => Boolean, { description: "首席代表集中统一办公区(R207)。 Where chief representatives sit together." })
  approval!: boolean;
}

@Resolver(() => HallZoneType)
export class HallZoneResolver {
  @FieldResolver(() => [WindowType])
  windows(@Root() { windowIds }: HallZone, @Ctx() { loaders }: Context) {
    return loaders.windowById.loadMany(windowIds);
  }

  @FieldResolver(() => [ChiefRepresentativeType], { description: "在此办公的首席代表(R207)。 Who sits there." })
  async representatives(@Root() { departmentIds }: HallZone, @Ctx() { loaders }: Context) {
    return (await Promise.all(departmentIds.map((id) => loaders.chiefOf.load(id)))).filter((chief) => chief !== null);
  }
}

@InputType({ description: "一个区域。 One zone." })
class HallZoneInput {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => LifecycleEnum, { nullable: true })
  lifecycle: Lifecycle | null = null;
  @Field(() => Boolean, { defaultValue: false })
  approval!: boolean;
  @Field(() => [ID], { defaultValue: [] })
  windowIds!: string[];
  @Field(() => [ID], { defaultValue: [], description: "首席代表在此办公的部门。 Whose representatives sit there." })
  departmentIds!: string[];
}

@InputType({ description: "大厅分区,整体提交。 All zones of a hall at once." })
class ArrangeZonesInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => [HallZoneInput])
  zones!: HallZoneInput[];
}

@InputType({ description: "分中心并入大厅(R006)。 Takes a sub-centre into its centre." })
class MergeOutletInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID)
  intoId!: string;
}

@Resolver(() => OutletType)
export class OutletZoneResolver {
  @FieldResolver(() => [HallZoneType], { description: "大厅分区(R024)。 Its zones." })
  zones(@Root() { id }: Outlet, @Ctx() { loaders }: Context) {
    return loaders.zonesOf.load(id);
  }

  @FieldResolver(() => [DepartmentType], {
    description: "首席代表未在集中办公区的部门(R207)。 Whose chief representative sits elsewhere.",
  })
  async departmentsOutsideApprovalZone(@Root() { id }: Outlet, @Ctx() { loaders }: Context) {
    const windows = await loaders.windowsOfOutlet.load(id);
    const [zones, present] = await Promise.all([
      loaders.zonesOf.load(id),
      Promise.all(windows.map((window) => loaders.departmentsAtWindow.load(window.id))),
    ]);
    const departmentIds = present.flat().map(({ departmentId }) => departmentId);
    return loaders.departmentById.loadMany(outsideApprovalZone(zones, departmentIds));
  }

  @FieldResolver(() => OutletType, {
    nullable: true,
    description: "已并入的网点(R006);未并入为空。 Into which it was taken, if it was.",
  })
  mergedInto(@Root() { mergedIntoId }: Outlet, @Ctx() { loaders }: Context) {
    return mergedIntoId ? loaders.outletById.load(mergedIntoId) : null;
  }
}

@Resolver()
export class ZoneMutations {
  @StaffOnly()
  @Mutation(() => OutletType, {
    description: "大厅分区。拒绝码:NOT_OUTLET_KEEPER、ZONES_INVALID。 Divides a hall into zones.",
  })
  async arrangeZones(@Arg("input", () => ArrangeZonesInput) input: ArrangeZonesInput, @Ctx() context: Context) {
    return context.loaders.outletById.load(await arrangeZones(context, input));
  }

  @StaffOnly()
  @Mutation(() => OutletType, {
    description:
      "分中心并入大厅:窗口、岗位随迁,办件仍可查。拒绝码:NOT_OUTLET_KEEPER、OUTLET_MERGE_NOT_ALLOWED。 Takes a sub-centre into its centre; cases keep their outlet.",
  })
  async mergeOutlet(@Arg("input", () => MergeOutletInput) input: MergeOutletInput, @Ctx() context: Context) {
    return context.loaders.outletById.load(await mergeOutlet(context, input));
  }
}
