import type { Case } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import { FilingIsOnlyRecorded, PreReviewNotOffered } from "./mechanismRefusals.js";

/** 一般审批, 告知承诺, 容缺预审, 备案制 (R042). The catalogue says which; the case pins it. */
export const approvalMechanisms = ["ORDINARY", "INFORMED_COMMITMENT", "DEFERRAL_PREREVIEW", "RECORD_FILING"] as const;
export type ApprovalMechanism = (typeof approvalMechanisms)[number];

/** Cases opened before it was asked go the ordinary way. */
export const mechanismOf = ({ guide }: Pick<Case, "guide">): ApprovalMechanism => guide.mechanism ?? "ORDINARY";

/**
 * Whether an accepted case is decided without a review of its own: on the applicant's written commitment, after a
 * pre-review that it passed, or because a filing is only recorded (R042). Who wants to look closer still picks it up.
 */
export function needsNoReview(value: Case): boolean {
  switch (mechanismOf(value)) {
    case "INFORMED_COMMITMENT":
      return value.acceptance?.onCommitment === true;
    case "DEFERRAL_PREREVIEW":
      return value.preReview?.passed === true;
    case "RECORD_FILING":
      return true;
    case "ORDINARY":
      return false;
  }
}

/**
 * What a matter's mechanism forbids: a pre-review where none is offered, and examining or denying what is only filed.
 *
 * @throws PreReviewNotOffered, FilingIsOnlyRecorded
 */
export function requireFitsMechanism(current: Case, command: CaseCommand): void {
  const mechanism = mechanismOf(current);
  if (command.type === "preReview" && mechanism !== "DEFERRAL_PREREVIEW") throw new PreReviewNotOffered(current);
  if (mechanism === "RECORD_FILING" && examines(command)) throw new FilingIsOnlyRecorded(current);
}

const examines = (command: CaseCommand): boolean =>
  command.type === "startSpecialProcedure" ||
  command.type === "extend" ||
  command.type === "reportUp" ||
  (command.type === "decide" && !command.granted);
