import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { type Attendance, minutesLate, minutesLeftEarly } from "../domain/attendance.js";

@ObjectType("Attendance", { description: "一次签到至签退(R152)。 From one sign-in to its sign-out." })
export class AttendanceType {
  @Field(() => InstantScalar)
  signedInAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  signedOutAt!: Date | null;
}

@Resolver(() => AttendanceType)
export class AttendanceResolver {
  @FieldResolver(() => Int, { description: "迟到分钟数(R154)。 Minutes late." })
  async minutesLate(@Root() attendance: Attendance, @Ctx() { loaders, calendar }: Context): Promise<number> {
    const outlet = await loaders.outletById.load(attendance.outletId);
    return outlet ? minutesLate(attendance, outlet.hours, calendar) : 0;
  }

  @FieldResolver(() => Int, { description: "早退分钟数(R154)。 Minutes left early." })
  async minutesLeftEarly(@Root() attendance: Attendance, @Ctx() { loaders, calendar }: Context): Promise<number> {
    const outlet = await loaders.outletById.load(attendance.outletId);
    return outlet ? minutesLeftEarly(attendance, outlet.hours, calendar) : 0;
  }
}
