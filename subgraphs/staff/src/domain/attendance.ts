import { DomainError } from "@yimen/kernel/errors";
import type { Calendar } from "@yimen/workdays/calendar";
import { officeDay, officeMinute } from "@yimen/workdays/instant";
import type { OpeningHours } from "@yimen/workdays/openingHours";
import { openSpans } from "@yimen/workdays/openSlots";
import { plans } from "./plans.js";

/** One stretch of being at work, from sign-in to sign-out. Whoever forgets to sign out is gone at midnight (R152). */
export interface Attendance {
  readonly id: string;
  readonly staffId: string;
  readonly outletId: string;
  readonly signedInAt: Date;
  readonly signedOutAt: Date | null;
}

export class AlreadySignedIn extends DomainError {
  readonly code = "ALREADY_SIGNED_IN";
  constructor(staffId: string) {
    super(
      { zh: "您今日已签到,无需重复签到。", en: "You have signed in already; there is no need to do it again." },
      { staffId },
      plans.R152,
    );
  }
}

export class NotSignedIn extends DomainError {
  readonly code = "NOT_SIGNED_IN";
  constructor(staffId: string) {
    super(
      { zh: "您今日尚未签到,不能签退。", en: "You have not signed in today, so there is nothing to sign out of." },
      { staffId },
      plans.R152,
    );
  }
}

/** Whether the stretch covers that instant; it never reaches into another office day. */
export const coversInstant = ({ signedInAt, signedOutAt }: Attendance, at: Date): boolean =>
  signedInAt <= at && (!signedOutAt || at < signedOutAt) && officeDay(signedInAt) === officeDay(at);

/** Minutes after the day's first opening minute at which somebody signed in; 0 when in time or when it was closed. */
export function minutesLate(attendance: Attendance, hours: OpeningHours, calendar: Calendar): number {
  const opening = openSpans(hours, officeDay(attendance.signedInAt), calendar)[0];
  return opening ? Math.max(0, officeMinute(attendance.signedInAt) - opening.from) : 0;
}

/** Minutes before the day's last closing at which somebody signed out; 0 while signed in. */
export function minutesLeftEarly(attendance: Attendance, hours: OpeningHours, calendar: Calendar): number {
  if (!attendance.signedOutAt) return 0;
  const closing = openSpans(hours, officeDay(attendance.signedOutAt), calendar).at(-1);
  return closing ? Math.max(0, closing.to - officeMinute(attendance.signedOutAt)) : 0;
}
