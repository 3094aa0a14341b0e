import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { PlainDateScalar } from "@yimen/kernel/scalars";
import { officeDay } from "@yimen/workdays/instant";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { joinTeam, leaveTeam, rotateTeam } from "../changeTeam.js";
import type { Context } from "../context.js";
import { type AppointmentFault, type AppointmentGap, appointmentFaults } from "../domain/appointment.js";
import type { Managers } from "../domain/managers.js";
import type { Outlet } from "../domain/outlet.js";
import { type Origin, origins, type VisibleStaffMember } from "../domain/staffMember.js";
import { membershipOn, membersOf, rotatesFrom, type TeamKind, type TeamMembership, teamKinds } from "../domain/team.js";
import { topicCoverage } from "../domain/topicCoverage.js";
import type { TrainingTopic } from "../domain/training.js";
import { measureAppointments, measureManagers, measureRotation } from "../measurePeople.js";
import { findMemberships } from "../store/appointmentStore.js";
import { DepartmentType } from "./departmentType.js";
import { enumOf } from "./enumOf.js";
import { OutletType } from "./outletType.js";
import { PostType } from "./postType.js";
import { RegionType } from "./regionType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { TrainingTopicEnum } from "./trainingEnums.js";

export const OriginEnum = enumOf(origins);
registerEnumType(OriginEnum, {
  name: "Origin",
  description:
    "人员来源(R144–R146):党员干部、社区工作者、网格员、“两委”成员、志愿者、招聘。 Where somebody comes from.",
});
const TeamKindEnum = enumOf(teamKinds);
registerEnumType(TeamKindEnum, {
  name: "TeamKind",
  description: "专业受理、勘察、审批队伍(R159),跨省帮代办团队(R121)。 Kinds of team.",
  valuesConfig: {
    CROSS_PROVINCE_AGENCY: { description: "“跨省帮(代)办”团队(R121)。 Agents for matters across provinces." },
  },
});
const AppointmentFaultEnum = enumOf(appointmentFaults);
registerEnumType(AppointmentFaultEnum, {
  name: "AppointmentFault",
  description: "任用不符之处。 In what an appointment is not as the plan asks.",
  valuesConfig: {
    EMPLOYMENT: { description: "用工性质不符(R144、R146)。 Not employed so." },
    ORIGIN: { description: "来源不符或未登记(R144、R145)。 Does not come from there." },
    VOLUNTEER_POST: { description: "志愿者只做引导、帮办代办(R145)。 Volunteers only guide and assist." },
  },
});

@ObjectType("AppointmentGap", { description: "一处任用不符(R144–R146)。 Somebody who is not as the plan asks." })
export class AppointmentGapType {
  @Field(() => AppointmentFaultEnum)
  fault!: AppointmentFault;
  @Field(() => String, { nullable: true, description: "所依据的规则。 The rule it breaks." })
  ruleId!: string | null;
}

@Resolver(() => AppointmentGapType)
export class AppointmentGapResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: AppointmentGap, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => PostType, { nullable: true })
  post(@Root() { postId }: AppointmentGap, @Ctx() { loaders }: Context) {
    return loaders.postById.load(postId);
  }
}

@ObjectType("TeamMembership", { description: "在一支专业队伍中(R159、R160)。 A membership in a team." })
export class TeamMembershipType {
  @Field(() => TeamKindEnum)
  kind!: TeamKind;
  @Field(() => PlainDateScalar)
  from!: string;
}

@Resolver(() => TeamMembershipType)
export class TeamMembershipResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: TeamMembership, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => PlainDateScalar, { nullable: true, description: "可轮岗到审批队伍之日。 Rotates from then on." })
  rotatesFrom(@Root() { kind, from }: TeamMembership): string | null {
    return kind === "ACCEPTANCE" ? rotatesFrom(from) : null;
  }
}

@ObjectType("Managers", { description: "双重管理(R164–R166)。 Who leads somebody, daily and in the business." })
export class ManagersType {
  @Field(() => Boolean)
  dual!: boolean;
}

@Resolver(() => ManagersType)
export class ManagersResolver {
  @FieldResolver(() => OutletType, { nullable: true, description: "日常管理。 Leads the daily work." })
  daily(@Root() { dailyOutletId }: Managers, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(dailyOutletId);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: "业务指导。 Leads the business." })
  business(@Root() { businessDepartmentId }: Managers, @Ctx() { loaders }: Context) {
    return businessDepartmentId === null ? null : loaders.departmentById.load(businessDepartmentId);
  }
}

@ObjectType("TopicCoverage", { description: "全年培训内容覆盖(R156)。 Which topics were taught in a year." })
export class TopicCoverageType {
  @Field(() => [TrainingTopicEnum])
  covered!: readonly TrainingTopic[];
  @Field(() => [TrainingTopicEnum])
  missing!: readonly TrainingTopic[];
}

@InputType({ description: "编入队伍(R121、R159)。 Puts somebody into a team." })
class JoinTeamInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
  @Field(() => TeamKindEnum)
  kind!: TeamKind;
}

@InputType({ description: "退出队伍。 Takes somebody out of the team." })
class LeaveTeamInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
}

@InputType({ description: "轮岗(R160)。 From acceptance to approval." })
class RotateTeamInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
}

const PERSONAL = "仅本人、主管和监督可见。 Personal: null for all but the person, their managers and supervision.";

@Resolver(() => StaffMemberType)
export class StaffPeopleResolver {
  @StaffOnly()
  @FieldResolver(() => OriginEnum, { nullable: true, description: `来源(R145)。${PERSONAL}` })
  origin(@Root() { origin }: VisibleStaffMember): Origin | null {
    return origin ?? null;
  }

  @StaffOnly()
  @FieldResolver(() => ManagersType, { nullable: true, description: `双重管理(R164–R166)。${PERSONAL}` })
  managers(@Root() { id }: VisibleStaffMember, @Ctx() context: Context) {
    return measureManagers(context, id);
  }

  @FieldResolver(() => TeamMembershipType, { nullable: true, description: "现在的专业队伍(R159)。 The present team." })
  async team(@Root() { id }: VisibleStaffMember, @Ctx() { db, clock }: Context) {
    return membershipOn(await findMemberships(db, { staffId: id }), officeDay(clock()));
  }
}

@Resolver(() => RegionType)
export class RegionPeopleResolver {
  @StaffOnly()
  @FieldResolver(() => [AppointmentGapType], {
    description: "任用与来源不符的人员(R144–R146),仅列调用者可见者。 Who is not employed, or does not come, as asked.",
  })
  appointmentGaps(
    @Root() { id }: RegionType,
    @Arg("asOf", () => PlainDateScalar, { nullable: true }) asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureAppointments(context, id, asOf ?? officeDay(context.clock()));
  }

  @FieldResolver(() => [TeamMembershipType], {
    description: "一支队伍今日的成员,入队早者在前(R119、R121、R159)。 Who is in a team today, the longest first.",
  })
  async teamMembers(
    @Root() { id }: RegionType,
    @Arg("kind", () => TeamKindEnum) kind: TeamKind,
    @Ctx() { db, clock }: Context,
  ) {
    return membersOf(await findMemberships(db, { regionId: id, kind }), kind, officeDay(clock()));
  }

  @StaffOnly()
  @FieldResolver(() => [TeamMembershipType], {
    description: "应轮岗人员(R160),仅列调用者可见者。 Who has served the term in the acceptance team.",
  })
  rotationDue(
    @Root() { id }: RegionType,
    @Arg("asOf", () => PlainDateScalar, { nullable: true }) asOf: string | null,
    @Ctx() context: Context,
  ) {
    return measureRotation(context, id, asOf ?? officeDay(context.clock()));
  }
}

@Resolver(() => OutletType)
export class OutletTopicResolver {
  @FieldResolver(() => TopicCoverageType, { description: "全年六项培训内容的覆盖(R156)。 Which topics it taught." })
  async topicCoverage(@Root() { id }: Outlet, @Arg("year", () => Int) year: number, @Ctx() { loaders }: Context) {
    return topicCoverage(await loaders.trainingsOfOutlet.load(id), year);
  }
}

@Resolver()
export class PeopleMutations {
  @StaffOnly()
  @Mutation(() => StaffMemberType, {
    description:
      "编入队伍(R121、R159)。拒绝码:NOT_OUTLET_KEEPER、ALREADY_IN_TEAM、TEAM_NEEDS_AGENT。 Puts somebody into a team.",
  })
  async joinTeam(@Arg("input", () => JoinTeamInput) input: JoinTeamInput, @Ctx() context: Context) {
    return context.loaders.staffById.load(await joinTeam(context, input));
  }

  @StaffOnly()
  @Mutation(() => StaffMemberType, {
    description: "退出所在队伍。拒绝码:NOT_OUTLET_KEEPER、NOT_IN_TEAM。 Takes somebody out of the team they are in.",
  })
  async leaveTeam(@Arg("input", () => LeaveTeamInput) input: LeaveTeamInput, @Ctx() context: Context) {
    return context.loaders.staffById.load(await leaveTeam(context, input));
  }

  @StaffOnly()
  @Mutation(() => StaffMemberType, {
    description:
      "受理队伍满期轮岗到审批队伍(R160)。拒绝码:NOT_OUTLET_KEEPER、NOT_IN_TEAM、TEAM_TERM_NOT_OVER。 Rotates somebody.",
  })
  async rotateTeam(@Arg("input", () => RotateTeamInput) input: RotateTeamInput, @Ctx() context: Context) {
    return context.loaders.staffById.load(await rotateTeam(context, input));
  }
}
