import { Personal } from "@yimen/kernel/accessDirectives";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Appointment, AppointmentChannel, AppointmentStatus, Slot } from "../domain/appointment.js";
import { AppointmentChannelEnum, AppointmentStatusEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { GuideVersionReference, MatterReference } from "./references.js";
import { TicketType } from "./ticketType.js";
import { WindowType } from "./windowType.js";

@ObjectType("AppointmentSlot", { description: "预约时段。 A stretch of time at a window for appointments." })
export class SlotType {
  @Field(() => ID)
  id!: string;
  @Field(() => InstantScalar)
  startsAt!: Date;
  @Field(() => InstantScalar)
  endsAt!: Date;
  @Field(() => Int, { description: "可约人数。 How many it has room for." })
  capacity!: number;
}

@Resolver(() => SlotType)
export class SlotResolver {
  @FieldResolver(() => Int, { description: "余量。 How many can still be booked." })
  free(@Root() { capacity, booked }: Slot): number {
    return capacity - booked;
  }

  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { windowId }: Slot): WindowType {
    return { id: windowId };
  }
}

@ObjectType("AppointmentNotice", {
  description: "约定时给出的一次性告知(R098)。 Everything to bring, as it was told when the time was agreed.",
})
export class AppointmentNoticeType {
  @Field(() => GuideVersionReference, { nullable: true })
  guide!: GuideVersionReference;
  @Field(() => String, { description: "全文。 The whole of it." })
  text!: string;
}

@ObjectType("AppointmentPerson", { description: "预约人(个人信息)。 Who asked: personal data." })
export class AppointmentPersonType {
  @Personal("NAME")
  @Field(() => String)
  name!: string;
  @Personal("PHONE")
  @Field(() => String, { nullable: true })
  phone!: string | null;
}

@ObjectType("Appointment", {
  description: "预约(R097–R099);仅本网点、预约人和监督人员可见。 Seen by its outlet, its applicant and overseers.",
})
export class AppointmentType {
  @Field(() => ID)
  id!: string;
  @Field(() => AppointmentChannelEnum)
  channel!: AppointmentChannel;
  @Field(() => AppointmentStatusEnum)
  status!: AppointmentStatus;
  @Field(() => InstantScalar)
  requestedAt!: Date;
  @Field(() => String, { nullable: true, description: "希望的时间等。 When the applicant would like to come." })
  wish!: string | null;
  @Field(() => InstantScalar, { nullable: true })
  agreedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "不能提供或取消的理由。 Why it was refused or cancelled." })
  reason!: string | null;
}

@Resolver(() => AppointmentType)
export class AppointmentResolver {
  @FieldResolver(() => MatterReference, { nullable: true })
  matter(@Root() { matterId }: Appointment): MatterReference {
    return { id: matterId };
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: Appointment): OutletType {
    return { id: outletId };
  }

  @FieldResolver(() => SlotType, { nullable: true, description: "约定的时段。 The agreed time." })
  slot(@Root() { slotId }: Appointment, @Ctx() { loaders }: Context) {
    return slotId === null ? null : loaders.slotById.load(slotId);
  }

  @FieldResolver(() => AppointmentNoticeType, { nullable: true })
  notice(@Root() { noticeGuideId, noticeText }: Appointment): AppointmentNoticeType | null {
    return noticeGuideId === null || noticeText === null ? null : { guide: { id: noticeGuideId }, text: noticeText };
  }

  @FieldResolver(() => TicketType, { nullable: true, description: "到场后的排队号。 The ticket drawn on arrival." })
  ticket(@Root() { ticketId }: Appointment, @Ctx() { loaders }: Context) {
    return ticketId === null ? null : loaders.ticketById.load(ticketId);
  }

  @FieldResolver(() => AppointmentPersonType, { nullable: true })
  person(@Root() { id }: Appointment, @Ctx() { loaders }: Context) {
    return loaders.appointmentPersonOf.load(id);
  }
}
