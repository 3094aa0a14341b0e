import { ForPartners } from "@yimen/kernel/forPartners";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { ChiefRepresentative, Department } from "../domain/department.js";
import { RegionType } from "./regionType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { WindowType } from "./windowType.js";

@ObjectType("ChiefRepresentative", {
  description: "首席代表(R083)。 Who answers for a department towards the windows.",
})
export class ChiefRepresentativeType {}

@Resolver(() => ChiefRepresentativeType)
export class ChiefRepresentativeResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: ChiefRepresentative, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "B岗。 Who stands in." })
  deputy(@Root() { deputyStaffId }: ChiefRepresentative, @Ctx() { loaders }: Context) {
    return deputyStaffId === null ? null : loaders.staffById.load(deputyStaffId);
  }
}

@ObjectType("Department", { description: "部门(属事单位)。 The department whose matters they are." })
@Directive(`@key(fields: "id")`)
export class DepartmentType {
  @ForPartners()
  @Field(() => ID)
  id!: string;
  @ForPartners()
  @Field(() => String)
  name!: string;
  @ForPartners()
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { description: "统一社会信用代码。 Unified social credit code." })
  uscc!: string;
  @ForPartners()
  @Field(() => String, { description: "咨询电话(R092、R116)。 Telephone." })
  phone!: string;
}

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @FieldResolver(() => RegionType, { nullable: true })
  region(@Root() { regionId }: Department, @Ctx() { loaders }: Context) {
    return loaders.regionById.load(regionId);
  }

  @FieldResolver(() => ChiefRepresentativeType, { nullable: true })
  chiefRepresentative(@Root() { id }: Department, @Ctx() { loaders }: Context) {
    return loaders.chiefOf.load(id);
  }

  @FieldResolver(() => [WindowType], { description: "受理本部门事项的窗口。 Windows that take its matters." })
  async windows(@Root() { id }: Department, @Ctx() { loaders }: Context) {
    const presences = await loaders.windowsTaking.load(id);
    return loaders.windowById.loadMany(presences.map(({ windowId }) => windowId));
  }
}

export const resolveDepartmentReference = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.departmentById.load(id);
