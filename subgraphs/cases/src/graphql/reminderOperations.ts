import { FirstOnes, InsidersOnly, ScopesNeeded, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { resumable } from "@yimen/kernel/resumable";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import type { Context } from "../context.js";
import type { ReminderChannel } from "../domain/licenceReminder.js";
import { REMINDER_SCOPE } from "../domain/reminderAuthority.js";
import { followReminders } from "../followReminders.js";
import { inFull } from "../inFull.js";
import type { VisibleCase } from "../loaders.js";
import { acknowledgeReminder, myReminders, reminderConversion } from "../reminderActs.js";
import type { LogEntry } from "../store/caseLog.js";
import { CaseType } from "./caseType.js";
import {
  LicenceReminderEventType,
  LicenceReminderType,
  ReminderChannelEnum,
  ReminderConversionType,
} from "./reminderTypes.js";

@InputType()
export class AcknowledgeReminderInput extends ClientMutation {
  @Field(() => ID)
  reminderId!: string;
}

@Resolver(() => CaseType)
export class CaseReminders {
  @InsidersOnly()
  @FieldResolver(() => LicenceReminderType, {
    nullable: true,
    description: "依提醒办件:由哪条提醒办起(R124);其他办件为空。 The reminder it began from.",
  })
  reminder(@Root() found: VisibleCase, @Ctx() { loaders }: Context) {
    const { reminderId } = inFull(found);
    return reminderId ? loaders.reminderById.load(reminderId) : null;
  }
}

@Resolver()
export class ReminderOperations {
  @FirstOnes()
  @InsidersOnly()
  @Query(() => [LicenceReminderType], {
    nullable: true,
    description: "本人收到的到期提醒(R124),新的在前。 What the caller was reminded of, newest first.",
  })
  myReminders(@Ctx() context: Context, @Arg("first", () => Int, { defaultValue: 20 }) first: number) {
    return myReminders(context, first);
  }

  @StaffOnly()
  @Query(() => ReminderConversionType, {
    nullable: true,
    description: "一段时间的提醒转办件率(R124)。 From how many reminders of a time a case began.",
  })
  reminderConversion(
    @Ctx() context: Context,
    @Arg("outletId", () => ID) outletId: string,
    @Arg("from", () => InstantScalar) from: Date,
    @Arg("to", () => InstantScalar) to: Date,
  ) {
    return reminderConversion(context, outletId, { from, to });
  }

  @ScopesNeeded(REMINDER_SCOPE)
  @Mutation(() => LicenceReminderType, {
    description: "渠道回执:提醒已发送(R124)。拒绝码:REMINDER_NOT_OPEN。 A channel says that it has sent a reminder.",
  })
  acknowledgeReminder(
    @Arg("input", () => AcknowledgeReminderInput) input: AcknowledgeReminderInput,
    @Ctx() context: Context,
  ) {
    return acknowledgeReminder(context, input);
  }

  @ScopesNeeded(REMINDER_SCOPE)
  @Directive(resumable("caseLogHead"))
  @Subscription(() => LicenceReminderEventType, {
    description:
      "某渠道应推送的提醒(R124),到期即来,不漏不重;发送后以 acknowledgeReminder 回执。 What a channel is to send, as its time comes.",
    subscribe: ({ args, context }) => followReminders(context as Context, args),
  })
  licenceReminders(
    @Root() entry: LogEntry,
    @Arg("channel", () => ReminderChannelEnum) _channel: ReminderChannel,
    @Arg("after", () => String, { nullable: true, description: "最后见到的 cursor。 The last cursor seen." }) _after:
      | string
      | null,
  ): LogEntry {
    return entry;
  }
}
