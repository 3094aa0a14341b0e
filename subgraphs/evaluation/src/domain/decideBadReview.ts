import type { PlainDate } from "@yimen/workdays/plainDate";
import type { AppealVerdict, BadReview, BadReviewEvent, BadReviewStatus, StaffId } from "./badReview.js";
import { isOverdue } from "./badReview.js";
import {
  AppealedOnce,
  BadReviewNotOverdue,
  BadReviewStepNotAllowed,
  NotByTheSamePerson,
  ReturnVisitFirst,
} from "./badReviewRefusals.js";
import { requireText } from "./requireText.js";

interface Act {
  readonly on: PlainDate;
  readonly by: StaffId;
}

export type BadReviewCommand =
  | (Act & { readonly type: "recordReturnVisit"; readonly account: string })
  | (Act & { readonly type: "rectify"; readonly measures: string })
  | (Act & { readonly type: "explain"; readonly reason: string })
  | (Act & { readonly type: "verifyRectification"; readonly accepted: boolean; readonly remark: string })
  | (Act & { readonly type: "appeal"; readonly ground: string })
  | (Act & { readonly type: "reviewAppeal"; readonly verdict: AppealVerdict; readonly reason: string })
  | (Act & { readonly type: "feedBack"; readonly feedback: string })
  | { readonly type: "escalate"; readonly on: PlainDate };

/** The state machine: from which statuses each step is allowed. The guards in `decideBadReview` narrow it further. */
export const allowedFrom = {
  recordReturnVisit: ["OPENED"],
  rectify: ["OPENED", "RETURN_VISITED"],
  explain: ["OPENED", "RETURN_VISITED"],
  verifyRectification: ["RECTIFIED"],
  appeal: ["OPENED", "RETURN_VISITED"],
  reviewAppeal: ["APPEALED"],
  feedBack: ["VERIFIED", "EXPLAINED", "MISTAKEN", "UNTRUE_OR_MALICIOUS"],
  escalate: [
    "OPENED",
    "RETURN_VISITED",
    "RECTIFIED",
    "VERIFIED",
    "EXPLAINED",
    "APPEALED",
    "MISTAKEN",
    "UNTRUE_OR_MALICIOUS",
  ],
} as const satisfies Record<BadReviewCommand["type"], readonly BadReviewStatus[]>;

/**
 * What happens when `command` is given to `current`. Pure: no clock, no database.
 *
 * @throws BadReviewStepNotAllowed, ReturnVisitFirst, NotByTheSamePerson, AppealedOnce, BadReviewNotOverdue, TextMissing
 */
export function decideBadReview(current: BadReview, command: BadReviewCommand): BadReviewEvent {
  const allowed: readonly BadReviewStatus[] = allowedFrom[command.type];
  if (!allowed.includes(current.status)) throw new BadReviewStepNotAllowed(current, command.type, allowed);

  switch (command.type) {
    case "recordReturnVisit":
      return { ...command, type: "ReturnVisitRecorded", account: requireText("account", command.account) };
    case "rectify":
      mustBeReturnVisited(current);
      return { ...command, type: "Rectified", measures: requireText("measures", command.measures) };
    case "explain":
      mustBeReturnVisited(current);
      return { ...command, type: "Explained", reason: requireText("reason", command.reason) };
    case "verifyRectification":
      if (command.by === current.rectifiedBy) throw new NotByTheSamePerson(current, command.type);
      return { ...command, type: "RectificationVerified" };
    case "appeal":
      mustBeReturnVisited(current);
      if (current.appealedBy) throw new AppealedOnce(current);
      return { ...command, type: "Appealed", ground: requireText("ground", command.ground) };
    case "reviewAppeal":
      if (command.by === current.appealedBy) throw new NotByTheSamePerson(current, command.type);
      return { ...command, type: "AppealReviewed", reason: requireText("reason", command.reason) };
    case "feedBack":
      return { ...command, type: "FedBack", feedback: requireText("feedback", command.feedback) };
    case "escalate":
      if (current.escalatedOn || !isOverdue(current, command.on)) throw new BadReviewNotOverdue(current);
      return { type: "BadReviewEscalated", on: command.on };
  }
}

/** Every author who gave a name is asked before anything else is done; an anonymous one cannot be. */
function mustBeReturnVisited(current: BadReview): void {
  if (current.realName && !current.returnVisitedOn) throw new ReturnVisitFirst(current);
}
