import { DomainError } from "@yimen/kernel/errors";
import { closesAtFive, closingOf } from "@yimen/workdays/closing";
import { dueDate } from "@yimen/workdays/dueDate";
import { officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { rules } from "./rules.js";

/** A window that takes the matters of a department. */
export interface ServingWindow {
  readonly outletId: string;
  readonly windowId: string;
}

/** A material whose deferral was allowed or forbidden. */
export interface DeferralChange {
  readonly code: string;
  readonly deferrable: boolean;
}

/** What one window is told when a guide lets other materials follow than before; it answers that it knows (R060). */
export interface DeferralNotice extends ServingWindow {
  readonly id: string;
  readonly guideId: string;
  readonly matterId: string;
  readonly regionId: string;
  readonly departmentId: string;
  readonly changes: readonly DeferralChange[];
  readonly sentAt: Date;
  /** When the window should have answered. */
  readonly dueAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  /** When it was told that the window has not answered; once. */
  readonly alertedAt: Date | null;
  readonly version: number;
}

/** Working days in which a window answers ("及时"): until the office closes on the next one. */
const ANSWERED_WITHIN = 1;

/** One notice for each window; none when nothing changed. */
export function deferralNotices(
  matter: { readonly id: string; readonly regionId: string; readonly departmentId: string },
  guideId: string,
  changes: readonly DeferralChange[],
  windows: readonly ServingWindow[],
  sentAt: Date,
): DeferralNotice[] {
  if (changes.length === 0) return [];
  const { dueOn } = dueDate(officeDay(sentAt), ANSWERED_WITHIN, officialCalendar);
  return windows.map(({ outletId, windowId }) => ({
    id: `${guideId}:${windowId}`,
    guideId,
    matterId: matter.id,
    regionId: matter.regionId,
    departmentId: matter.departmentId,
    outletId,
    windowId,
    changes,
    sentAt,
    dueAt: closingOf(dueOn, closesAtFive),
    acknowledgedAt: null,
    acknowledgedBy: null,
    alertedAt: null,
    version: 1,
  }));
}

/** Whether somebody should look at it. */
export const isOverdue = ({ acknowledgedAt, dueAt }: DeferralNotice, now: Date): boolean =>
  acknowledgedAt === null && dueAt <= now;

/** There is no such notice, or its window has answered. */
export class DeferralNoticeNotOpen extends DomainError {
  readonly code = "DEFERRAL_NOTICE_NOT_OPEN";
  constructor(noticeId: string) {
    super(
      {
        zh: "没有这条待确认的容缺变更通知;请核对编号。",
        en: "There is no such notice that waits for an answer; check its id.",
      },
      { noticeId },
      rules.R060,
    );
  }
}

/** Only who serves the window answers for it. */
export class NotAtThisWindow extends DomainError {
  readonly code = "NOT_AT_THIS_WINDOW";
  constructor(windowId: string) {
    super(
      {
        zh: "容缺变更由该窗口在岗人员确认;请先在本窗口签到上岗。",
        en: "A change of deferrals is acknowledged by who is on duty at the window; sign in there first.",
      },
      { windowId },
      rules.R060,
    );
  }
}
