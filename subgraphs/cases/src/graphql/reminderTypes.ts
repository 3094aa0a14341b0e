import { InstantScalar, PlainDateScalar } from "@yimen/kernel/scalars";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver, Root, registerEnumType } from "type-graphql";
import type { Context } from "../context.js";
import { NotYourCase } from "../domain/authority.js";
import {
  type LicenceReminder,
  lastToApply,
  type ReminderChannel,
  reminderChannels,
} from "../domain/licenceReminder.js";
import { isReminderAdapter } from "../domain/reminderAuthority.js";
import type { LogEntry } from "../store/caseLog.js";
import type { ReminderConversion } from "../store/reminderStore.js";
import { ApplicantType } from "./caseParts.js";
import { CaseType } from "./caseType.js";
import { enumOf } from "./enums.js";
import { MatterReference } from "./references.js";

export const ReminderChannelEnum = enumOf(reminderChannels);
registerEnumType(ReminderChannelEnum, {
  name: "ReminderChannel",
  description: "推送渠道(R124):支付宝城市之家、微信小程序、短信。 The three ways that the plan names.",
});

@ObjectType("LicenceReminder", {
  description: "证照到期提醒(R124),每证每渠道一次。 A licence ends: told once by each channel.",
})
export class LicenceReminderType {
  @Field(() => ID)
  id!: string;
  @Field(() => ReminderChannelEnum)
  channel!: ReminderChannel;
  @Field(() => PlainDateScalar, { description: "证照有效期止。 When the licence ends." })
  endsOn!: PlainDate;
  @Field(() => InstantScalar, { nullable: true })
  raisedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: "渠道回执已发送。 When the channel said it was sent." })
  sentAt!: Date | null;
}

@Resolver(() => LicenceReminderType)
export class LicenceReminderResolver {
  @FieldResolver(() => PlainDateScalar, {
    description: "依法申请延续的最后一日(行政许可法第五十条)。 The last day to apply for an extension.",
  })
  lastToApply(@Root() { endsOn }: LicenceReminder): string {
    return lastToApply(endsOn);
  }

  @FieldResolver(() => MatterReference, { nullable: true })
  matter(@Root() { matterId }: LicenceReminder): MatterReference {
    return { id: matterId };
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "取得该证照的办件。 In which it was granted." })
  case(@Root() { caseId }: LicenceReminder, @Ctx() { loaders }: Context) {
    return loaders.caseById.load(caseId);
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "依提醒办理的办件。 The case that began from it." })
  startedCase(@Root() { startedCaseId }: LicenceReminder, @Ctx() { loaders }: Context) {
    return startedCaseId === null ? null : loaders.caseById.load(startedCaseId);
  }

  @FieldResolver(() => ApplicantType, {
    nullable: true,
    description: "收件人(个人信息),仅推送渠道和本人可见。 Whom to tell: personal data.",
  })
  recipient(@Root() { caseId, applicantId }: LicenceReminder, @Ctx() { loaders, caller }: Context) {
    const own = caller.kind === "APPLICANT" && applicantId !== null && caller.claims.applicantId === applicantId;
    if (!own && !isReminderAdapter(caller)) throw new NotYourCase();
    return loaders.applicantOf.load(caseId);
  }
}

@ObjectType("ReminderConversion", { description: "提醒转办件(R124)。 From how many reminders a case began." })
export class ReminderConversionType implements ReminderConversion {
  @Field(() => Int, { description: "已提醒的证照数。 Licences of which the holder was reminded." })
  reminded!: number;
  @Field(() => Int, { description: "其中已依提醒办件的。 Of these, with a case begun from it." })
  started!: number;
}

@Resolver(() => ReminderConversionType)
export class ReminderConversionResolver {
  @FieldResolver(() => Float, { nullable: true, description: "转化率;无提醒为空。 Null when nobody was reminded." })
  rate(@Root() { reminded, started }: ReminderConversion): number | null {
    return reminded === 0 ? null : started / reminded;
  }
}

@ObjectType("LicenceReminderEvent", { description: "一条待推送的提醒。 A reminder that is to be sent." })
export class LicenceReminderEventType {
  @Field(() => InstantScalar, { description: "办公时钟的时刻。 When it was raised by the office's clock." })
  at!: Date;
  @Field(() => InstantScalar, { description: "写入日志的时刻。 When it was written, by the database's clock." })
  committedAt!: Date;
}

@Resolver(() => LicenceReminderEventType)
export class LicenceReminderEventResolver {
  @FieldResolver(() => String, { description: "作为 after 送回即从此后继续。 Send it back as `after` to go on." })
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => LicenceReminderType, { nullable: true })
  reminder(@Root() { streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return loaders.reminderById.load(streamId);
  }
}
