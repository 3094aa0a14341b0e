import { DomainError } from "@yimen/kernel/errors";
import { instantOf, officeDay } from "@yimen/workdays/instant";
import { addDays, type PlainDate } from "@yimen/workdays/plainDate";
import type { Case } from "./case.js";
import { plans } from "./plans.js";

/** The three ways that the plan names: 支付宝城市之家、微信小程序、短信. */
export const reminderChannels = ["ALIPAY_CITY", "WECHAT_MINI_PROGRAM", "SMS"] as const;
export type ReminderChannel = (typeof reminderChannels)[number];

/** The holder of a licence is reminded, by one channel, that it ends (依提醒办件, R124). */
export interface LicenceReminder {
  readonly id: string;
  /** The case in which it was granted. */
  readonly caseId: string;
  readonly channel: ReminderChannel;
  readonly outletId: string;
  readonly departmentId: string;
  readonly matterId: string;
  readonly applicantId: string | null;
  readonly endsOn: PlainDate;
  readonly dueAt: Date;
  /** When it was handed to the channel; `null` before. */
  readonly raisedAt: Date | null;
  /** When the channel said that it has taken it. */
  readonly sentAt: Date | null;
  /** The case that began from it. */
  readonly startedCaseId: string | null;
  readonly version: number;
}

/** 行政许可法 第五十条: whoever wants a licence extended applies thirty days before it ends. */
const LAST_TO_APPLY = 30; // days before the end

/** The last day on which the law lets one apply for an extension. */
export const lastToApply = (endsOn: PlainDate): PlainDate => addDays(endsOn, -LAST_TO_APPLY);

/** In the morning of the day that lies `leadDays` before the last one to apply. */
export const reminderDueAt = (endsOn: PlainDate, leadDays: number): Date =>
  instantOf(addDays(lastToApply(endsOn), -leadDays), "09:00");

/** What is planned when a licence reaches its holder: one reminder for each channel; nothing for what has no end. */
export function plannedReminders(
  delivered: Case,
  applicantId: string | null,
  leadDays: number,
  newId: () => string,
): LicenceReminder[] {
  const endsOn = delivered.result?.validUntil;
  if (!endsOn) return [];
  const { id: caseId, outletId, departmentId, matterId } = delivered;
  const dueAt = reminderDueAt(endsOn, leadDays);
  const open = { raisedAt: null, sentAt: null, startedCaseId: null, version: 0 };
  return reminderChannels.map((channel) => ({
    ...{ id: newId(), caseId, channel, outletId, departmentId, matterId, applicantId, endsOn, dueAt },
    ...open,
  }));
}

/** A licence that has ended, or a denial that never began. */
export class ValidityNotPossible extends DomainError {
  readonly code = "VALIDITY_NOT_POSSIBLE";
  constructor({ id }: Case, validUntil: PlainDate) {
    super(
      {
        zh: "有效期须晚于今日,且仅适用于准予的办件;请核对。",
        en: "Only what is granted is valid, and until a day that is still to come; check it.",
      },
      { caseId: id, validUntil },
      plans.R124,
    );
  }
}

/** @throws ValidityNotPossible */
export function requireValidity(current: Case, validUntil: PlainDate | null | undefined, at: Date): void {
  if (validUntil && (current.status !== "GRANTED" || validUntil <= officeDay(at))) {
    throw new ValidityNotPossible(current, validUntil);
  }
}

/** There is no such reminder, nobody has been reminded yet, or that has been done. */
export class ReminderNotOpen extends DomainError {
  readonly code = "REMINDER_NOT_OPEN";
  constructor(reminderId: string) {
    super(
      {
        zh: "没有这条提醒、尚未推送、已处理,或不属于该申请人;请核对提醒编号。",
        en: "There is no such reminder, it has not been sent, is done with, or is somebody else's; check its id.",
      },
      { reminderId },
      plans.R124,
    );
  }
}

/** Whether a case of this applicant may begin from it: once, and not from somebody else's. @throws ReminderNotOpen */
export function requireStartable(reminder: LicenceReminder, applicantId: string | null): void {
  const theirs = reminder.applicantId === null || applicantId === null || reminder.applicantId === applicantId;
  if (!reminder.raisedAt || reminder.startedCaseId || !theirs) throw new ReminderNotOpen(reminder.id);
}
