import { Personal, ScopesNeeded, StaffOnly } from "@yimen/kernel/accessDirectives";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Employment, VisibleStaffMember } from "../domain/staffMember.js";
import { visitsServed } from "../store/workloadStore.js";
import { visibleAppraisals } from "../visibleAppraisals.js";
import { visiblePersonal } from "../visiblePersonal.js";
import { AppraisalType } from "./appraisalTypes.js";
import { AttendanceType } from "./attendanceType.js";
import { CertificateType } from "./certificateType.js";
import { DepartmentType } from "./departmentType.js";
import { EmploymentEnum } from "./enums.js";
import { LeaveType } from "./leaveType.js";
import { PostType } from "./postType.js";

const PERSONAL = "仅本人、主管和监督可见。 Personal: null for all but the person, their managers and supervision.";

@ObjectType("StaffMember", { description: "工作人员;公开的仅为姓名与岗位(R119)。 A member of staff." })
@Directive(`@key(fields: "id")`)
export class StaffMemberType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @StaffOnly()
  @Field(() => EmploymentEnum, { nullable: true, description: PERSONAL })
  employment!: Employment | null;
  @StaffOnly()
  @Field(() => String, { nullable: true, description: `派驻单位(R164)。${PERSONAL}` })
  homeUnit!: string | null;
  @StaffOnly()
  @Personal("PHONE")
  @Field(() => String, { nullable: true, description: PERSONAL })
  mobile!: string | null;
  @StaffOnly()
  @Personal("ID_NUMBER")
  @Field(() => String, { nullable: true, description: PERSONAL })
  idNumber!: string | null;
  @StaffOnly()
  @ScopesNeeded("personal:read")
  @Field(() => PlainDateScalar, { nullable: true, description: PERSONAL })
  bornOn!: string | null;
}

@Resolver(() => StaffMemberType)
export class StaffMemberResolver {
  @FieldResolver(() => [PostType], { description: "现任岗位。 The posts held today." })
  async posts(@Root() { id }: VisibleStaffMember, @Ctx() { loaders }: Context) {
    const holdings = await loaders.holdingsOfStaff.load(id);
    return loaders.postById.loadMany(holdings.map(({ postId }) => postId));
  }

  @StaffOnly()
  @FieldResolver(() => Int, {
    nullable: true,
    description: `时段内办结的到访数,首尾两日计入。 Visits served, both days included. ${PERSONAL}`,
  })
  async visitsServed(
    @Root() { id }: VisibleStaffMember,
    @Arg("from", () => PlainDateScalar) from: PlainDate,
    @Arg("to", () => PlainDateScalar) to: PlainDate,
    @Ctx() context: Context,
  ) {
    const [visible] = await visiblePersonal(context, [{ staffId: id }]);
    return visible ? visitsServed(context.db, id, from, to) : null;
  }

  @StaffOnly()
  @FieldResolver(() => DepartmentType, { nullable: true, description: PERSONAL })
  homeDepartment(@Root() { homeDepartmentId }: VisibleStaffMember, @Ctx() { loaders }: Context) {
    return homeDepartmentId === null ? null : loaders.departmentById.load(homeDepartmentId);
  }

  @StaffOnly()
  @FieldResolver(() => [CertificateType], { description: `上岗证明(R147)。${PERSONAL}` })
  async certificates(@Root() { id }: VisibleStaffMember, @Ctx() context: Context) {
    return visiblePersonal(context, await context.loaders.certificatesOf.load(id));
  }

  @StaffOnly()
  @FieldResolver(() => [LeaveType], { description: `请假(R153),新的在前。${PERSONAL}` })
  async leaves(@Root() { id }: VisibleStaffMember, @Ctx() context: Context) {
    return visiblePersonal(context, await context.loaders.leavesOf.load(id));
  }

  @StaffOnly()
  @FieldResolver(() => [AppraisalType], {
    description: "考核(R169),新的在前;仅本人、考核主体、监督与统筹可见。 Appraisals; only those the caller may see.",
  })
  async appraisals(@Root() { id }: VisibleStaffMember, @Ctx() context: Context) {
    return visibleAppraisals(context, await context.loaders.appraisalsOf.load(id));
  }

  @StaffOnly()
  @FieldResolver(() => [AttendanceType], { description: `今日签到(R152)。${PERSONAL}` })
  async attendanceToday(@Root() { id }: VisibleStaffMember, @Ctx() context: Context) {
    return visiblePersonal(context, await context.loaders.attendancesOf.load(id));
  }
}

export const resolveStaffMemberReference = ({ id }: { id: string }, { loaders }: Context) => loaders.staffById.load(id);
