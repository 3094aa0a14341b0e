import type { ClockInput } from "@yimen/workdays/clockInput";
import { warningAt } from "@yimen/workdays/clockWarning";
import { closesAtFive, closingOf } from "@yimen/workdays/closing";
import { deemedAcceptance, defaultDeferralPolicy, deferralDue, deliveryDue } from "@yimen/workdays/deadlines";
import { instantOf, officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { type PromiseClock, promiseClock } from "@yimen/workdays/promiseClock";
import { type Case, type CaseStatus, collectedAt, type PinnedGuide, type Reminder } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import { feedbackDueAt } from "./feedback.js";
import { opinionDueAt } from "./jointHandling.js";
import { type Material, outstanding } from "./material.js";
import { allowedFrom } from "./transitions.js";

/** The shares of a promise at which the office is warned, in percent (R131). */
export const warningShares = [80, 100] as const;

/** What the promise clock needs to know of a case; `null` before acceptance, when no promise runs. */
export function clockInput(value: Case, now: Date): ClockInput | null {
  if (!value.acceptance) return null;
  const { extension } = value;
  return {
    acceptedAt: new Date(value.acceptance.at),
    promised: value.guide.promised,
    pauses: value.pauses.map(({ from, to, reason, note }) => ({
      from: new Date(from),
      to: to === null ? null : new Date(to),
      reason,
      note,
    })),
    extension: extension && {
      workingDays: extension.workingDays,
      approvedBy: extension.by.staffId,
      grantedAt: new Date(extension.at),
    },
    stoppedAt: stoppedAt(value),
    calendar: officialCalendar,
    now,
  };
}

/** The clock of a case that was accepted; `null` before. It stops with the decision, not with the delivery. */
export function caseClock(value: Case, now: Date): PromiseClock | null {
  const input = clockInput(value, now);
  return input && promiseClock(input);
}

/** The last day to bring what was deferred: of several materials the earliest. */
export function deferralDueOn(acceptedAt: Date, { promised }: PinnedGuide, deferred: readonly Material[]): PlainDate {
  const days = deferred.map(
    ({ maxDeferralDays }) =>
      deferralDue(officeDay(acceptedAt), promised, maxDeferralDays, defaultDeferralPolicy, officialCalendar).dueOn,
  );
  return days.sort()[0] as PlainDate;
}

/** When a running clock will have used up the promise; `null` while no clock runs. */
export function runningDueAt(value: Case): Date | null {
  if (!runs(value)) return null;
  return caseClock(value, lastChange(value))?.dueAt ?? null;
}

/** A deadline that has to be acted on when nobody else does. */
export interface Deadline {
  readonly at: Date;
  readonly act: "deemAccepted" | "warn" | "remind" | "expireDeferral";
  readonly percent: number;
  /** Of a reminder. */
  readonly about?: Reminder;
}

/** What the office's clock does at a deadline. */
export const atDeadline = ({ act, percent, about }: Deadline, at: Date): CaseCommand =>
  ({ type: act, at, ...(act === "warn" && { percent }), ...(act === "remind" && { about }) }) as CaseCommand;

/** What comes next if nothing happens: deemed acceptance, a warning, a reminder, or the end of a deferral; `null` for nothing. */
export function nextDeadline(value: Case): Deadline | null {
  const [first] = deadlines(value).sort((one, other) => one.at.getTime() - other.at.getTime());
  return first ?? null;
}

/** All that comes if nothing happens, in no order. */
export function deadlines(value: Case): Deadline[] {
  const found: Deadline[] = [];
  if (value.status === "COLLECTED") {
    const { dueOn } = deemedAcceptance(officeDay(new Date(collectedAt(value))), officialCalendar);
    found.push({ at: closingOf(dueOn, closesAtFive), act: "deemAccepted", percent: 0 });
  }
  const input = runs(value) ? clockInput(value, lastChange(value)) : null;
  const percent = warningShares.find((share) => !value.warned.includes(share));
  if (input && percent) found.push({ at: warningAt(input, percent / 100), act: "warn", percent });
  if (value.deferral && mayExpire(value.status) && outstanding(value.materials).length > 0) {
    if (!value.reminded?.includes("DEFERRAL")) {
      found.push({ at: instantOf(value.deferral.dueOn, "00:00"), act: "remind", percent: 0, about: "DEFERRAL" });
    }
    found.push({ at: closingOf(value.deferral.dueOn, closesAtFive), act: "expireDeferral", percent: 0 });
  }
  if (value.decision && value.closedAt === null && !value.reminded?.includes("DELIVERY")) {
    const { dueOn } = deliveryDue(officeDay(new Date(value.decision.at)), officialCalendar);
    found.push({ at: closingOf(dueOn, closesAtFive), act: "remind", percent: 0, about: "DELIVERY" });
  }
  if (value.guide.kind === "INSTANT" && value.acceptance && isUndone(value) && !value.reminded?.includes("INSTANT")) {
    const at = closingOf(officeDay(new Date(value.acceptance.at)), closesAtFive);
    found.push({ at, act: "remind", percent: 0, about: "INSTANT" });
  }
  const feedbackAt = value.reminded?.includes("FEEDBACK") ? null : feedbackDueAt(value);
  if (feedbackAt) found.push({ at: feedbackAt, act: "remind", percent: 0, about: "FEEDBACK" });
  const opinionAt = value.reminded?.includes("OPINION") ? null : opinionDueAt(value);
  if (opinionAt) found.push({ at: opinionAt, act: "remind", percent: 0, about: "OPINION" });
  return found;
}

/** Not closed, and not with somebody outside the office. */
const isUndone = ({ closedAt, status }: Case) => closedAt === null && status !== "AWAITING_CORRECTION";

const mayExpire = (status: CaseStatus) => (allowedFrom.expireDeferral as readonly CaseStatus[]).includes(status);

const runs = (value: Case) => value.status === "ACCEPTED" || value.status === "UNDER_REVIEW";

function stoppedAt(value: Case): Date | null {
  const at = value.decision?.at ?? value.closedAt;
  return at ? new Date(at) : null;
}

/** The clock of a running case does not depend on how late one looks; it only must not look before its pauses ended. */
function lastChange({ acceptance, openedAt, pauses, extension }: Case): Date {
  const changes = [acceptance?.at ?? openedAt, extension?.at, ...pauses.flatMap(({ from, to }) => [from, to])];
  return new Date(Math.max(...changes.map((at) => (at ? Date.parse(at) : 0))) + 1);
}
