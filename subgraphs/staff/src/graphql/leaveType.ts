import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { isRetroactive, type Leave, type LeaveStatus } from "../domain/leave.js";
import { LeaveStatusEnum } from "./enums.js";
import { StaffMemberType } from "./staffMemberType.js";

@ObjectType("Leave", { description: "请假(R153)。 A leave." })
export class LeaveType {
  @Field(() => ID)
  id!: string;
  @Field(() => LeaveStatusEnum)
  status!: LeaveStatus;
  @Field(() => InstantScalar)
  from!: Date;
  @Field(() => InstantScalar, { description: "预计返岗。 When the person means to be back." })
  until!: Date;
  @Field(() => String)
  reason!: string;
  @Field(() => InstantScalar)
  requestedAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "不批准的理由。 Why it was refused." })
  decisionNote!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: "销假时间。 When the person was back." })
  endedAt!: Date | null;
  @Field(() => Int, { description: "变更时送回,用于发现并发修改。 Send it back to detect a concurrent change." })
  version!: number;
}

@Resolver(() => LeaveType)
export class LeaveResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: Leave, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "审批人(R164)。 Who decided." })
  decidedBy(@Root() { decidedById }: Leave, @Ctx() { loaders }: Context) {
    return decidedById === null ? null : loaders.staffById.load(decidedById);
  }

  @FieldResolver(() => Boolean, { description: "事后补假。 Asked for after it had begun." })
  retroactive(@Root() leave: Leave): boolean {
    return isRetroactive(leave);
  }
}
