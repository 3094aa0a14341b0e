import type { PlainDate } from "@yimen/workdays/plainDate";
import type { EvaluationId } from "./evaluation.js";
import type { ProblemCategory } from "./tag.js";

export type BadReviewId = string & { readonly __brand: "BadReviewId" };
export type StaffId = string;

export type BadReviewStatus =
  | "OPENED"
  | "RETURN_VISITED"
  | "RECTIFIED"
  | "VERIFIED"
  | "EXPLAINED"
  | "APPEALED"
  | "MISTAKEN"
  | "UNTRUE_OR_MALICIOUS"
  | "FED_BACK";

/** What the review of an appeal finds: the review is wrong, is untrue, or stands. */
export type AppealVerdict = "MISTAKEN" | "UNTRUE_OR_MALICIOUS" | "JUSTIFIED";

/** The work on one bad review (差评整改), from the moment it was given until its author has the answer. */
export interface BadReview {
  readonly id: BadReviewId;
  readonly evaluationId: EvaluationId;
  readonly outletId: string;
  readonly windowId: string | null;
  readonly officerId: StaffId | null;
  readonly realName: boolean;
  readonly categories: readonly ProblemCategory[];
  readonly status: BadReviewStatus;
  readonly openedOn: PlainDate;
  /** Last office day on which the feedback is in time. */
  readonly dueOn: PlainDate;
  /** The due date lies beyond the last published calendar and may move. */
  readonly dueProvisional: boolean;
  readonly returnVisitedOn: PlainDate | null;
  readonly rectifiedBy: StaffId | null;
  /** Who appealed; an appeal is possible once. */
  readonly appealedBy: StaffId | null;
  readonly escalatedOn: PlainDate | null;
  /** What the author was told at the end. */
  readonly feedback: string | null;
  readonly fedBackOn: PlainDate | null;
  /** Counts changes from 1; a save expects the one it read. */
  readonly version: number;
}

type Opening = Omit<
  BadReview,
  "status" | "returnVisitedOn" | "rectifiedBy" | "appealedBy" | "escalatedOn" | "feedback" | "fedBackOn" | "version"
>;

/** A step of the work, by a member of staff on an office day. */
interface Act {
  readonly on: PlainDate;
  readonly by: StaffId;
}

export type BadReviewEvent =
  | ({ readonly type: "BadReviewOpened" } & Opening)
  | (Act & { readonly type: "ReturnVisitRecorded"; readonly account: string })
  | (Act & { readonly type: "Rectified"; readonly measures: string })
  | (Act & { readonly type: "Explained"; readonly reason: string })
  | (Act & { readonly type: "RectificationVerified"; readonly accepted: boolean; readonly remark: string })
  | (Act & { readonly type: "Appealed"; readonly ground: string })
  | (Act & { readonly type: "AppealReviewed"; readonly verdict: AppealVerdict; readonly reason: string })
  | (Act & { readonly type: "FedBack"; readonly feedback: string })
  | { readonly type: "BadReviewEscalated"; readonly on: PlainDate };

const begin = ({ type: _, ...opening }: Extract<BadReviewEvent, { type: "BadReviewOpened" }>): BadReview => ({
  ...opening,
  status: "OPENED",
  returnVisitedOn: null,
  rectifiedBy: null,
  appealedBy: null,
  escalatedOn: null,
  feedback: null,
  fedBackOn: null,
  version: 1,
});

/** Where the work goes on when an appeal or a rectification did not hold. */
const workable = (current: BadReview): BadReviewStatus => (current.returnVisitedOn ? "RETURN_VISITED" : "OPENED");

/** The bad review after `event`. Whether the event may happen was settled by `decideBadReview`. */
export function evolveBadReview(current: BadReview | null, event: BadReviewEvent): BadReview {
  if (event.type === "BadReviewOpened") return begin(event);
  if (!current) throw new Error(`${event.type} before BadReviewOpened`);
  const next = { ...current, version: current.version + 1 };
  switch (event.type) {
    case "ReturnVisitRecorded":
      return { ...next, status: "RETURN_VISITED", returnVisitedOn: event.on };
    case "Rectified":
      return { ...next, status: "RECTIFIED", rectifiedBy: event.by };
    case "Explained":
      return { ...next, status: "EXPLAINED" };
    case "RectificationVerified":
      return { ...next, status: event.accepted ? "VERIFIED" : workable(current) };
    case "Appealed":
      return { ...next, status: "APPEALED", appealedBy: event.by };
    case "AppealReviewed":
      return { ...next, status: event.verdict === "JUSTIFIED" ? workable(current) : event.verdict };
    case "FedBack":
      return { ...next, status: "FED_BACK", feedback: event.feedback, fedBackOn: event.on };
    case "BadReviewEscalated":
      return { ...next, escalatedOn: event.on };
  }
}

/** Whether the answer is late on that day. */
export const isOverdue = ({ status, dueOn }: Pick<BadReview, "status" | "dueOn">, today: PlainDate): boolean =>
  status !== "FED_BACK" && today > dueOn;
