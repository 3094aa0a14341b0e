import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";
import { ReasonRequired } from "./refusals.js";

/**
 * How an inquiry ends: answered (R094), sent on to the department in charge (R092), done on the spot in the guide area
 * (R095), or with a ticket for a window (R096).
 */
export const inquiryOutcomes = ["ANSWERED", "REFERRED", "DONE_ON_THE_SPOT", "QUEUED"] as const;
export type InquiryOutcome = (typeof inquiryOutcomes)[number];

/** What somebody asks at an outlet. Who received it first answers for it to the end (首问责任, R091). */
export interface Inquiry {
  readonly id: string;
  readonly outletId: string;
  readonly matterId: string | null;
  readonly question: string;
  readonly firstResponderId: string;
  readonly askedAt: Date;
  readonly outcome: InquiryOutcome | null;
  readonly answer: string | null;
  readonly reason: string | null;
  readonly departmentId: string | null;
  readonly phone: string | null;
  readonly ticketId: string | null;
  readonly closedAt: Date | null;
  readonly closedById: string | null;
  readonly version: number;
}

export type InquiryEnd =
  | { readonly outcome: "ANSWERED" | "DONE_ON_THE_SPOT"; readonly answer: string }
  | {
      readonly outcome: "REFERRED";
      readonly reason: string;
      readonly departmentId: string;
      readonly phone: string;
    }
  | { readonly outcome: "QUEUED"; readonly ticketId: string };

/**
 * The inquiry as it ends: answered, or with the reason, the department and its telephone; nobody is just sent away
 * (R092, I-K11).
 *
 * @throws InquiryNotOpen, ReasonRequired, ReferralNotComplete
 */
export function closedInquiry(current: Inquiry, end: InquiryEnd, closedById: string, at: Date): Inquiry {
  if (current.closedAt !== null) throw new InquiryNotOpen(current.id);
  if ("answer" in end && end.answer.trim() === "") throw new ReasonRequired(plans.R091);
  if (end.outcome === "REFERRED") requireReferral(end);
  const closedAt = new Date(Math.max(at.getTime(), current.askedAt.getTime()));
  return { ...current, ...end, closedAt, closedById, version: current.version + 1 };
}

function requireReferral(end: Extract<InquiryEnd, { outcome: "REFERRED" }>): void {
  const missing = (["reason", "departmentId", "phone"] as const).filter((part) => end[part].trim() === "");
  if (missing.length > 0) throw new ReferralNotComplete(missing);
}

/** What the inquiries of some time came to. */
export interface FirstContact {
  readonly closed: number;
  /** Resolved by who received them first, without sending anybody on (首问办结). */
  readonly resolvedAtFirst: number;
}

/** Whether it was resolved by who received it first (R094). */
export const resolvedAtFirst = ({ outcome, firstResponderId, closedById }: Inquiry): boolean =>
  (outcome === "ANSWERED" || outcome === "DONE_ON_THE_SPOT") && closedById === firstResponderId;

/** There is no such inquiry at the outlet, or it has ended. */
export class InquiryNotOpen extends DomainError {
  readonly code = "INQUIRY_NOT_OPEN";
  constructor(inquiryId: string) {
    super(
      { zh: "没有这条未办结的咨询;请核对编号。", en: "There is no such open inquiry; check its id." },
      { inquiryId },
      plans.R091,
    );
  }
}

/** Who sends somebody on says why, where to, and the telephone there. */
export class ReferralNotComplete extends DomainError {
  readonly code = "REFERRAL_NOT_COMPLETE";
  constructor(missing: readonly string[]) {
    super(
      {
        zh: "不属于本岗位职责的,须说明理由并告知具体承办部门和联系电话;请补全后再办结。",
        en: "Who is not in charge says why, and names the department that is and its telephone; complete it first.",
      },
      { missing },
      plans.R092,
    );
  }
}
