import { DomainError } from "@yimen/kernel/errors";
import { closesAtFive, closingOf } from "@yimen/workdays/closing";
import { deliveryDue } from "@yimen/workdays/deadlines";
import { officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import type { Actor, Case, DeliveryMethod } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import type { CaseEvent } from "./caseEvent.js";
import { plans } from "./plans.js";

/** How the applicant is told what became of the application: 当面、电话、短信、微信、网上、信函. */
export const feedbackChannels = ["IN_PERSON", "PHONE", "SMS", "WECHAT", "ONLINE", "LETTER"] as const;
export type FeedbackChannel = (typeof feedbackChannels)[number];

/** The applicant has been told the result (R088, I-K21). */
export interface Feedback {
  readonly channel: FeedbackChannel;
  readonly at: string;
  /** `null` when the applicant ended it, who thereby knows. */
  readonly by: Actor | null;
}

/** Not closed yet, or told already. */
export class NothingToFeedBack extends DomainError {
  readonly code = "NOTHING_TO_FEED_BACK";
  constructor(current: Case) {
    super(
      {
        zh: "该办件结果已反馈申请人,不必重复登记。",
        en: "The applicant has been told this result already; it is recorded once.",
      },
      { caseId: current.id, feedback: feedbackOf(current) },
      plans.R088,
    );
  }
}

/** Who takes the result into their own hands has been told. */
const inPerson: readonly DeliveryMethod[] = ["WINDOW", "MOBILE_VAN"];

/** How the applicant was told the result as it stands; `null` while nobody has. A revocation has to be told anew. */
export function feedbackOf({ feedback, delivery, revocation }: Case): Feedback | null {
  if (feedback && (!revocation || feedback.at >= revocation.at)) return feedback;
  if (revocation || !delivery || !inPerson.includes(delivery.method)) return null;
  return { channel: "IN_PERSON", at: delivery.at, by: delivery.by };
}

/** Tells of a closed case that its applicant knows the result (R088). @throws NothingToFeedBack */
export function feedBack(current: Case, { at, channel, by }: Extract<CaseCommand, { type: "feedBack" }>): CaseEvent {
  if (feedbackOf(current)) throw new NothingToFeedBack(current);
  return { type: "ResultFedBack", at: at.toISOString(), channel, by };
}

/**
 * When a closed case is missed that nobody has fed back: the days the law gives to bring a decision to its applicant
 * (行政许可法 第四十四条), from the end on; `null` where nothing is to be told any more.
 */
export function feedbackDueAt(value: Case): Date | null {
  const ended = value.revocation?.at ?? value.closedAt;
  if (!ended || feedbackOf(value)) return null;
  return closingOf(deliveryDue(officeDay(new Date(ended)), officialCalendar).dueOn, closesAtFive);
}
