import { PlainDateScalar } from "@yimen/kernel/scalars";
import { Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { type Entrustment, type EntrustmentStatus, isEffective } from "../domain/entrustment.js";
import type { PresenceMode } from "../domain/matter.js";
import { EntrustmentStatusEnum } from "./catalogueEnums.js";
import { PresenceModeEnum } from "./matterEnums.js";
import { DepartmentReference, StaffMemberReference } from "./references.js";

@ObjectType("Entrustment", {
  description: "部门的进驻或委托(R054–R058)。 How a department is present in its region's hall.",
})
export class EntrustmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  regionId!: string;

  @Field(() => PresenceModeEnum)
  mode!: PresenceMode;

  @Field(() => EntrustmentStatusEnum)
  status!: EntrustmentStatus;

  @Field(() => PlainDateScalar)
  announcedOn!: string;

  @Field(() => String, { description: "公告(R057)。 The announcement." })
  announcement!: string;

  @Field(() => [String], { description: "受理清单(R058)。 What the window checks." })
  checklist!: readonly string[];

  @Field(() => [String], { description: "样本(R058)。 Examples handed to the window." })
  samples!: readonly string[];

  @Field(() => PlainDateScalar, { nullable: true })
  activatedOn!: string | null;

  @Field(() => PlainDateScalar, { nullable: true })
  endedOn!: string | null;

  @Field(() => Int, { description: "每次变更加一。 Send it back to detect a concurrent change." })
  version!: number;
}

@Resolver(() => EntrustmentType)
export class EntrustmentResolver {
  @FieldResolver(() => Boolean, { description: "是否生效;委托生效后部门不再另行受理(R057)。 Whether it holds now." })
  effective(@Root() entrustment: Entrustment): boolean {
    return isEffective(entrustment);
  }

  @FieldResolver(() => DepartmentReference, { nullable: true })
  department(@Root() { departmentId }: Entrustment): DepartmentReference {
    return { id: departmentId };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true, description: "首席代表(R083)。 Chief representative." })
  chiefRepresentative(@Root() { chiefRepresentativeId: id }: Entrustment): StaffMemberReference | null {
    return id === null ? null : { id };
  }
}
