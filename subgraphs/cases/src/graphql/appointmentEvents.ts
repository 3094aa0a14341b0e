import { InsidersOnly } from "@yimen/kernel/accessDirectives";
import { resumable } from "@yimen/kernel/resumable";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.js";
import { followAppointments } from "../followAppointments.js";
import type { LogEntry } from "../store/caseLog.js";
import { AppointmentType } from "./appointmentTypes.js";

@ObjectType("AppointmentEvent", { description: "预约的一步。 A step of an appointment." })
export class AppointmentEventType {
  @Field(() => String, {
    description:
      "AppointmentRequested、AppointmentAgreed、AppointmentRefused、AppointmentCancelled、AppointmentArrived。",
  })
  type!: string;
  @Field(() => InstantScalar)
  at!: Date;
}

@Resolver()
export class AppointmentSubscriptions {
  @InsidersOnly()
  @Directive(resumable("caseLogHead"))
  @Subscription(() => AppointmentEventType, {
    description:
      "本网点或本人预约的每一步。 Every step of the appointments of the caller's outlet, or the caller's own.",
    subscribe: ({ args, context }) => followAppointments(context as Context, args),
  })
  appointmentEvents(
    @Root() entry: LogEntry,
    @Arg("outletId", () => ID, { nullable: true }) _outletId: string | null,
    @Arg("after", () => String, { nullable: true, description: "最后见到的 cursor。 The last cursor seen." }) _after:
      | string
      | null,
  ): LogEntry {
    return entry;
  }
}

@Resolver(() => AppointmentEventType)
export class AppointmentEventResolver {
  @FieldResolver(() => String, { description: "作为 after 送回即从此后继续。 Send it back as `after` to go on." })
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => AppointmentType, { nullable: true, description: "预约的现状。 The appointment as it stands." })
  appointment(@Root() { streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return loaders.appointmentById.load(streamId);
  }
}
