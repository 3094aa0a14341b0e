import { DomainError, type Rule } from "@yimen/kernel/errors";
import { type Case, type CaseStatus, closedStatuses } from "./case.js";
import type { CaseCommandType } from "./caseCommand.js";
import { needsNoReview } from "./mechanism.js";
import { commandNames, statusNames } from "./names.js";
import { plans } from "./plans.js";

const running: readonly CaseStatus[] = [
  "COLLECTED",
  "AWAITING_CORRECTION",
  "ACCEPTED",
  "UNDER_REVIEW",
  "IN_SPECIAL_PROCEDURE",
];

/** The state machine: from which statuses each command is allowed. R079: accept in front, decide behind, issue in front. */
export const allowedFrom = {
  receiveMaterials: [...running, "GRANTED"],
  supply: [...running, "GRANTED"],
  takeUp: [...running, "GRANTED", "DENIED", "RESULT_MADE", "RESULT_ISSUED"],
  accept: ["COLLECTED"],
  deemAccepted: ["COLLECTED"],
  refuseAcceptance: ["COLLECTED"],
  preReview: ["COLLECTED"],
  pickUp: ["ACCEPTED"],
  requestCorrection: ["COLLECTED", "UNDER_REVIEW"],
  receiveCorrection: ["AWAITING_CORRECTION"],
  startSpecialProcedure: ["UNDER_REVIEW"],
  endSpecialProcedure: ["IN_SPECIAL_PROCEDURE"],
  extend: ["ACCEPTED", "UNDER_REVIEW"],
  reportUp: ["UNDER_REVIEW"],
  decide: ["UNDER_REVIEW"],
  makeResult: ["GRANTED", "DENIED"],
  issueResult: ["RESULT_MADE"],
  deliver: ["RESULT_ISSUED"],
  withdraw: running,
  warn: ["ACCEPTED", "UNDER_REVIEW"],
  remind: [...running, "GRANTED", "DENIED", "RESULT_MADE", "RESULT_ISSUED", ...closedStatuses],
  urge: [...running, "GRANTED", "DENIED", "RESULT_MADE"],
  expireDeferral: [...running, "GRANTED"],
  recognise: [...running, "GRANTED"],
  refer: ["UNDER_REVIEW"],
  answerReferral: ["UNDER_REVIEW", "AWAITING_CORRECTION", "IN_SPECIAL_PROCEDURE"],
  convene: ["UNDER_REVIEW"],
  giveOpinion: ["UNDER_REVIEW"],
  superviseJoint: ["UNDER_REVIEW"],
  feedBack: closedStatuses,
  revoke: ["GRANTED", "RESULT_MADE", "RESULT_ISSUED", "DELIVERED"],
} as const satisfies Record<CaseCommandType, readonly CaseStatus[]>;

/** The command does not fit where the case stands. */
export class TransitionNotAllowed extends DomainError {
  readonly code = "CASE_TRANSITION_NOT_ALLOWED";
  constructor(current: Case, command: CaseCommandType) {
    super(
      {
        zh: `办件当前为“${statusNames[current.status]}”,不能${commandNames[command]};请先完成前一环节。`,
        en: `Cannot ${command} a case that is ${current.status}; finish the step before it first.`,
      },
      { caseId: current.id, status: current.status, version: current.version, allowedFrom: allowedFrom[command] },
      ruleOf[command],
    );
  }
}

const ruleOf: Partial<Record<CaseCommandType, Rule>> = {
  reportUp: plans.R128,
  decide: plans.R079,
  makeResult: plans.R079,
  issueResult: plans.R081,
  deliver: plans.R081,
  recognise: plans.R122,
  refer: plans.R111,
  answerReferral: plans.R111,
  convene: plans.R123,
  giveOpinion: plans.R123,
  superviseJoint: plans.R123,
  feedBack: plans.R088,
};

/** @throws TransitionNotAllowed when the status does not allow the command */
export function requireAllowed(current: Case, command: CaseCommandType): void {
  const allowed: readonly CaseStatus[] = allowedFrom[command];
  if (command === "decide" && current.status === "ACCEPTED" && needsNoReview(current)) return;
  if (!allowed.includes(current.status)) throw new TransitionNotAllowed(current, command);
}
