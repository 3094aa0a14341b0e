import { FirstOnes, InsidersOnly, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from "type-graphql";
import {
  agreeAppointment,
  arriveForAppointment,
  cancelAppointment,
  offerSlot,
  refuseAppointment,
  requestAppointment,
} from "../appointmentActs.js";
import type { Context } from "../context.js";
import type { AppointmentChannel, AppointmentStatus } from "../domain/appointment.js";
import type { Lane } from "../domain/queue.js";
import { listSlots, listVisibleAppointments } from "../listAppointments.js";
import { AppointmentType, SlotType } from "./appointmentTypes.js";
import { AppointmentChannelEnum, AppointmentStatusEnum, LaneEnum } from "./enums.js";

@InputType({ description: "开放一个预约时段。 A slot that a window offers." })
export class OfferAppointmentSlotInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID)
  windowId!: string;
  @Field(() => InstantScalar)
  startsAt!: Date;
  @Field(() => InstantScalar)
  endsAt!: Date;
  @Field(() => Int, { defaultValue: 1 })
  capacity!: number;
}

@InputType({ description: "预约申请(R097)。 A request for an appointment." })
export class RequestAppointmentInput extends ClientMutation {
  @Field(() => ID)
  outletId!: string;
  @Field(() => ID)
  matterId!: string;
  @Field(() => AppointmentChannelEnum, {
    defaultValue: "ONLINE",
    description: "申请人本人为 ONLINE,其余由网点工作人员登记。 Applicants ask online, staff take down the rest.",
  })
  channel!: AppointmentChannel;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  phone?: string | null;
  @Field(() => ID, { nullable: true, description: "工作人员登记时的申请人标识。 When staff take it down." })
  applicantId?: string | null;
  @Field(() => String, { nullable: true, description: "希望的时间等。 When the applicant would like to come." })
  wish?: string | null;
}

@InputType()
export class AppointmentInput extends ClientMutation {
  @Field(() => ID)
  appointmentId!: string;
}

@InputType()
export class AgreeAppointmentInput extends AppointmentInput {
  @Field(() => ID)
  slotId!: string;
}

@InputType()
export class RefuseAppointmentInput extends AppointmentInput {
  @Field(() => String, { description: "理由(R099)。 The reason." })
  reason!: string;
}

@InputType()
export class CancelAppointmentInput extends AppointmentInput {
  @Field(() => String, { defaultValue: "" })
  reason!: string;
}

@InputType()
export class ArriveForAppointmentInput extends AppointmentInput {
  @Field(() => LaneEnum, { defaultValue: "NORMAL" })
  lane!: Lane;
}

@Resolver()
export class AppointmentOperations {
  @FirstOnes()
  @InsidersOnly()
  @Query(() => [AppointmentType], {
    nullable: true,
    description:
      "本网点的预约,或本人的预约,新的在前。 The outlet's appointments, or the applicant's own, newest first.",
  })
  appointments(
    @Ctx() context: Context,
    @Arg("outletId", () => ID, { nullable: true }) outletId: string | null,
    @Arg("statuses", () => [AppointmentStatusEnum], { nullable: true }) statuses: AppointmentStatus[] | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return listVisibleAppointments(context, { outletId, statuses }, first);
  }

  @InsidersOnly()
  @Query(() => AppointmentType, { nullable: true })
  appointment(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.appointmentById.load(id);
  }

  @Query(() => [SlotType], {
    nullable: true,
    description: "网点的预约时段及余量,至多 31 天、100 个。 What an outlet offers: at most 31 days, 100 slots.",
  })
  appointmentSlots(
    @Ctx() context: Context,
    @Arg("outletId", () => ID) outletId: string,
    @Arg("from", () => InstantScalar, { nullable: true }) from: Date | null,
    @Arg("days", () => Int, { defaultValue: 7 }) days: number,
  ) {
    return listSlots(context, outletId, { from, days });
  }

  @StaffOnly()
  @Mutation(() => SlotType, { description: "开放预约时段。拒绝码:SLOT_NOT_VALID。 Opens a window for appointments." })
  offerAppointmentSlot(
    @Arg("input", () => OfferAppointmentSlotInput) input: OfferAppointmentSlotInput,
    @Ctx() context: Context,
  ) {
    return offerSlot(context, input);
  }

  @InsidersOnly()
  @Mutation(() => AppointmentType, {
    description: "申请预约(R097)。拒绝码:APPOINTMENT_CHANNEL_NOT_VALID、MATTER_NOT_OFFERED。 Asks for an appointment.",
  })
  requestAppointment(
    @Arg("input", () => RequestAppointmentInput) input: RequestAppointmentInput,
    @Ctx() context: Context,
  ) {
    return requestAppointment(context, input);
  }

  @StaffOnly()
  @Mutation(() => AppointmentType, {
    description:
      "同意预约:约定时间并一次性告知全部材料(R098)。拒绝码:SLOT_FULL、SLOT_NOT_OFFERED。 Agrees to a time and tells everything to bring.",
  })
  agreeAppointment(@Arg("input", () => AgreeAppointmentInput) input: AgreeAppointmentInput, @Ctx() context: Context) {
    return agreeAppointment(context, input);
  }

  @StaffOnly()
  @Mutation(() => AppointmentType, {
    description: "不能提供预约,须说明理由(R099)。拒绝码:REASON_REQUIRED。 Refuses a request, with the reason.",
  })
  refuseAppointment(
    @Arg("input", () => RefuseAppointmentInput) input: RefuseAppointmentInput,
    @Ctx() context: Context,
  ) {
    return refuseAppointment(context, input);
  }

  @InsidersOnly()
  @Mutation(() => AppointmentType, { description: "取消预约,时段腾出。 Takes it back; its place is free again." })
  cancelAppointment(
    @Arg("input", () => CancelAppointmentInput) input: CancelAppointmentInput,
    @Ctx() context: Context,
  ) {
    return cancelAppointment(context, input);
  }

  @StaffOnly()
  @Mutation(() => AppointmentType, {
    description:
      "预约人到场:取号,自约定时间起排队。拒绝码:APPOINTMENT_NOT_TODAY。 The applicant has come: a ticket that queues from the agreed time on.",
  })
  arriveForAppointment(
    @Arg("input", () => ArriveForAppointmentInput) input: ArriveForAppointmentInput,
    @Ctx() context: Context,
  ) {
    return arriveForAppointment(context, input);
  }
}
