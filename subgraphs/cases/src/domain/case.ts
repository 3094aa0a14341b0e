import type { PlainDate } from "@yimen/workdays/plainDate";
import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { DeliveryMode } from "./deliveryMode.js";
import type { Feedback } from "./feedback.js";
import type { JointHandling } from "./jointHandling.js";
import type { Material } from "./material.js";
import type { ApprovalMechanism } from "./mechanism.js";
import type { Referral } from "./referral.js";
import type { Revocation } from "./revocation.js";

export type CaseId = string & { readonly __brand: "CaseId" };

/** Where a case stands; `nationalStatus.ts` gives the national code of each. */
export const caseStatuses = [
  "COLLECTED",
  "AWAITING_CORRECTION",
  "ACCEPTED",
  "UNDER_REVIEW",
  "IN_SPECIAL_PROCEDURE",
  "GRANTED",
  "DENIED",
  "RESULT_MADE",
  "RESULT_ISSUED",
  "DELIVERED",
  "REFUSED_ACCEPTANCE",
  "WITHDRAWN",
  "TERMINATED",
  "REVOKED",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Nothing but telling, rating and archiving happens to a case after these; only what was granted may be revoked (I-K13). */
export const closedStatuses: readonly CaseStatus[] = [
  "DELIVERED",
  "REFUSED_ACCEPTANCE",
  "WITHDRAWN",
  "TERMINATED",
  "REVOKED",
];

/** Who did something, and for whom: B who took over A's post acts for A (R150). */
export interface Actor {
  readonly staffId: string;
  /** The holder of the post who was away; `null` when acting in one's own post. */
  readonly actingForId: string | null;
}

/** R085 separates who accepts from who decides; R086 has one officer do both. The catalogue says which. */
export type DecisionMode = "SEPARATED" | "SINGLE_STEP";

/** GB/T 39046-2020 A.6: done at once, or promised within a limit. */
export type CaseKind = "INSTANT" | "PROMISED" | "OTHER";

/** At a window, or online without coming (R064). */
export const caseChannels = ["WINDOW", "ONLINE"] as const;
export type CaseChannel = (typeof caseChannels)[number];

/** What is noted of a case that was handed in online. */
export interface OnlineHandIn {
  /** The applicant has committed in writing to bring what may follow later (容缺). */
  readonly committed: boolean;
  /** Which window pre-reviews it, and since when; `null` while it waits for one. */
  readonly takenUp: { readonly at: string; readonly by: Actor } | null;
}

/** Why a case is not open to the public (R130); `NONE` is the rule. */
export const confidentialities = ["NONE", "PERSONAL_PRIVACY", "TRADE_SECRET", "STATE_SECRET"] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** A stretch in which the promise clock stood still. */
export interface Pause {
  readonly from: string; // instant
  readonly to: string | null; // instant; null while it lasts
  readonly reason: "CORRECTION" | "SPECIAL_PROCEDURE";
  readonly note: string;
}

/** The department looked at a collected case before all of its materials were there. */
export interface PreReview {
  readonly passed: boolean;
  readonly opinion: string;
  readonly at: string;
  readonly by: Actor;
}

/** What the department asked to be put right, all of it at once (R089). */
export interface CorrectionNotice {
  readonly requirementIds: readonly string[];
  readonly reason: string;
  readonly at: string;
  readonly by: Actor;
  readonly receivedAt: string | null;
  /** Put right by the applicant online; left out where it was done at a window. */
  readonly online?: true;
}

export const outcomes = ["GRANTED", "GRANTED_WITH_DEFERRAL", "DENIED"] as const;
export type Outcome = (typeof outcomes)[number];

/** What was relied on when the case was opened; later changes of the matter never touch a running case (R028). */
export interface PinnedGuide {
  readonly guideId: string;
  /** Done at once or within the promise; not noted of cases opened before that was asked. */
  readonly kind?: CaseKind;
  readonly promised: TimeLimit;
  /** `null` where no law sets a limit. */
  readonly statutory: TimeLimit | null;
  readonly decisionMode: DecisionMode;
  /** How it is approved (R042); not noted of cases opened before that was asked. */
  readonly mechanism?: ApprovalMechanism;
  /** Important matters go up; the department's director may only review and report them (R128). */
  readonly important: boolean;
}

/** One application, from receipt to delivery: the fold of its events. Holds no personal data of the applicant. */
export interface Case {
  readonly id: CaseId;
  readonly caseNo: string;
  /** Counts changes from 1; a save expects the one it read. */
  readonly version: number;
  readonly status: CaseStatus;
  readonly regionId: string;
  readonly outletId: string;
  /** `null` while a case that was handed in online waits for a window. */
  readonly windowId: string | null;
  readonly departmentId: string;
  readonly matterId: string;
  /** During which it was handed in; `null` of a case that was handed in online. */
  readonly visitId: string | null;
  /** Left out by cases that were handed in at a window. */
  readonly online?: OnlineHandIn;
  /** The authorised agent's outlet that handed it in for the applicant (R112); left out where the applicant did. */
  readonly agentOutletId?: string;
  /** How it was brought in (R050); not noted of cases opened before that was asked, nor of those applicants hand in online. */
  readonly deliveryMode?: DeliveryMode;
  /** The parent of a sub-case of a bundle (R069); left out by cases of one matter. */
  readonly bundleCaseId?: string;
  readonly guide: PinnedGuide;
  readonly confidentiality: Confidentiality;
  readonly openedAt: string;
  /** `null` when the applicant handed it in online. */
  readonly openedBy: Actor | null;
  readonly materials: readonly Material[];
  readonly acceptance: {
    readonly at: string;
    /** `null` when the law deemed it accepted because nobody answered in time (行政许可法 第三十二条). */
    readonly by: Actor | null;
    readonly certificateId: string | null;
    /** The applicant committed in writing to meet the conditions (告知承诺); left out where nobody did. */
    readonly onCommitment?: boolean;
  } | null;
  /** What the department said before acceptance (容缺预审, R042), the newest; not there while nothing was said. */
  readonly preReview?: PreReview;
  /** The applicant's written commitment to bring what was deferred (容缺). */
  readonly deferral: { readonly committedAt: string; readonly dueOn: PlainDate } | null;
  readonly pauses: readonly Pause[];
  readonly extension: {
    readonly workingDays: number;
    readonly reason: string;
    readonly at: string;
    readonly by: Actor;
  } | null;
  readonly corrections: readonly CorrectionNotice[];
  readonly pickedUp: { readonly at: string; readonly by: Actor } | null;
  /** Of an important matter: reviewed and reported to the head of the department, who decides (R128). */
  readonly report: { readonly opinion: string; readonly at: string; readonly by: Actor } | null;
  readonly decision: {
    readonly outcome: Outcome;
    readonly reason: string;
    readonly at: string;
    readonly by: Actor;
  } | null;
  readonly result: {
    readonly documentNo: string;
    /** Sealed electronically (R127); not noted of results made before that was asked. */
    readonly electronic?: boolean;
    /** Last day on which it holds; left out of what has no end. */
    readonly validUntil?: PlainDate;
    readonly at: string;
    readonly by: Actor;
  } | null;
  readonly delivery: {
    readonly at: string;
    readonly by: Actor;
    readonly method: DeliveryMethod;
    /** Under which a courier's parcel is traced (R108). */
    readonly trackingNo?: string;
  } | null;
  /** Shares of the promise, in percent, that have been warned about; each once (I-K23). */
  readonly warned: readonly number[];
  /** What has been reminded of, each once; not there while nothing was. */
  readonly reminded?: readonly Reminder[];
  /** Who pressed for it to be finished (督办); not there while nobody did. */
  readonly urges?: readonly Urge[];
  /** The reminder from which it began (依提醒办件, R124); left out by all other cases. */
  readonly reminderId?: string;
  /** Decided together with other departments (联办, R123); left out by all other cases. */
  readonly joint?: JointHandling;
  /** To which counterparts above it went (R111), and what came back; not there while it went nowhere. */
  readonly referrals?: readonly Referral[];
  /** What was granted has been taken back; not there while it stands. */
  readonly revocation?: Revocation;
  /** When the applicant was told how it ended, the newest; `feedbackOf` says whether that still holds. */
  readonly feedback?: Feedback;
  /** When it was closed first; a revocation later does not move it. */
  readonly closedAt: string | null;
}

/**
 * A deferral whose last day has come, a result not delivered ten working days after the decision (I-K22), a matter to
 * be done at once that is not done when the office closes (I-K3), an end that its applicant was not told (I-K21), or an opinion on a joint case that is
 * missing on its day (R123).
 */
export const reminders = ["DEFERRAL", "DELIVERY", "INSTANT", "FEEDBACK", "OPINION"] as const;
export type Reminder = (typeof reminders)[number];

/** Somebody who oversees presses for a case to be finished (R110, R131). */
export interface Urge {
  readonly reason: string;
  readonly at: string;
  readonly by: Actor;
}

/** At the window, by courier, electronically, or by the mobile service van (R107, R108). */
export const deliveryMethods = ["WINDOW", "EXPRESS", "ELECTRONIC", "MOBILE_VAN"] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];

export const isClosed = (value: Case): boolean => closedStatuses.includes(value.status);

export const channelOf = ({ online }: Pick<Case, "online">): CaseChannel => (online ? "ONLINE" : "WINDOW");

/** Since when it has lain there complete enough to be answered: since it came in, or was last put right before acceptance. */
export const collectedAt = ({ openedAt, corrections }: Pick<Case, "openedAt" | "corrections">): string =>
  corrections.at(-1)?.receivedAt ?? openedAt;
