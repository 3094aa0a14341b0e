import { Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { ApproverDuty } from "../approverDutyOf.js";
import type { StaffRole } from "../domain/post.js";
import type { Selectable } from "../domain/selectable.js";
import type { Employment } from "../domain/staffMember.js";
import type { PresenceMode, WindowDepartment, WindowKind } from "../domain/window.js";
import type { Duty } from "../dutyOf.js";
import { EmploymentEnum, PresenceModeEnum, StaffRoleEnum, WindowKindEnum } from "./enums.js";

@ObjectType("DutyCertificate", { description: "有效的上岗证明。 A certificate valid at that instant." })
@Directive("@inaccessible")
export class DutyCertificateType {
  @Field(() => ID)
  id!: string;
  @Field(() => ID)
  departmentId!: string;
}

@ObjectType("DutyPresence", { description: "部门在该窗口的入驻方式。 How a department is present at the window." })
@Directive("@inaccessible")
export class DutyPresenceType {
  @Field(() => ID)
  departmentId!: string;
  @Field(() => PresenceModeEnum)
  mode!: PresenceMode;
}

@ObjectType("Duty", {
  description: "某人某时在某窗口的身份,供办件服务核验。 What somebody is at a window at an instant.",
})
@Directive("@inaccessible")
export class DutyType {
  @Field(() => Boolean, { description: "已签到且未请假(R152)。 Signed in and not on leave." })
  present!: boolean;
  @Field(() => ID, { nullable: true, description: "所在岗位;不在此窗口任何岗位为空。 The post acted in, if any." })
  postId!: string | null;
  @Field(() => ID, { nullable: true, description: "替谁顶岗(R150)。 For whom, when B took over." })
  actingForId!: string | null;
  @Field(() => ID)
  regionId!: string;
  @Field(() => [String], { description: "网点可受理的事项清单(R031)。 Lists of matters the outlet takes." })
  outletLists!: readonly string[];
  @Field(() => [DutyCertificateType])
  certificates!: readonly DutyCertificateType[];
}

@Resolver(() => DutyType)
export class DutyResolver {
  @FieldResolver(() => ID)
  staffId(@Root() { member }: Duty): string {
    return member.id;
  }

  @FieldResolver(() => String)
  staffName(@Root() { member }: Duty): string {
    return member.name;
  }

  @FieldResolver(() => EmploymentEnum, { nullable: true })
  employment(@Root() { member }: Duty): Employment | null {
    return member.employment;
  }

  @FieldResolver(() => ID, { nullable: true, description: "派驻部门;中心人员为空。 The department that sends them." })
  homeDepartmentId(@Root() { member }: Duty): string | null {
    return member.homeDepartmentId;
  }

  @FieldResolver(() => ID)
  windowId(@Root() { window }: Duty): string {
    return window.id;
  }

  @FieldResolver(() => String)
  windowName(@Root() { window }: Duty): string {
    return window.name;
  }

  @FieldResolver(() => WindowKindEnum)
  windowKind(@Root() { window }: Duty): WindowKind {
    return window.kind;
  }

  @FieldResolver(() => ID)
  outletId(@Root() { window }: Duty): string {
    return window.outletId;
  }

  @FieldResolver(() => [ID])
  windowDepartmentIds(@Root() { departments }: Duty): string[] {
    return departments.map(({ departmentId }) => departmentId);
  }

  @FieldResolver(() => [DutyPresenceType])
  presences(@Root() { departments }: Duty): readonly WindowDepartment[] {
    return departments;
  }

  @FieldResolver(() => String, { description: "OPEN 或 CLOSED。 Whether the outlet is open at that instant." })
  openState(@Root() { open }: Duty): string {
    return open ? "OPEN" : "CLOSED";
  }
}

@ObjectType("ApproverDuty", {
  description: "某人某时在部门后台的身份。 What somebody is in a back office at an instant.",
})
@Directive("@inaccessible")
export class ApproverDutyType implements ApproverDuty {
  @Field(() => ID)
  staffId!: string;
  @Field(() => ID)
  departmentId!: string;
  @Field(() => StaffRoleEnum, { description: "所在岗位的职责。 Of the post acted in." })
  role!: StaffRole;
  @Field(() => ID, { nullable: true })
  postId!: string | null;
  @Field(() => Boolean)
  present!: boolean;
  @Field(() => ID, { nullable: true })
  actingForId!: string | null;
}

@ObjectType("SelectableOfficer", {
  description: "此刻在岗并可受理某部门事项的人员。 Somebody who serves now and may take a department's matters.",
})
@Directive("@inaccessible")
export class SelectableOfficerType implements Selectable {
  @Field(() => ID)
  staffId!: string;
  @Field(() => ID)
  windowId!: string;
  @Field(() => ID)
  postId!: string;
  @Field(() => ID, { nullable: true })
  actingForId!: string | null;
}
