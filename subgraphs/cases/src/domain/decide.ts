import { type Case, collectedAt } from "./case.js";
import { deadlines, deferralDueOn } from "./caseClock.js";
import type { CaseCommand } from "./caseCommand.js";
import type { CaseEvent } from "./caseEvent.js";
import { requireComplete } from "./checklist.js";
import { requireCorrectable, requireOnList } from "./correction.js";
import { decideOutcome, requireReportable } from "./decision.js";
import { feedBack } from "./feedback.js";
import { convene, giveOpinion, supervise } from "./jointHandling.js";
import { requireValidity } from "./licenceReminder.js";
import { outstanding } from "./material.js";
import { mechanismOf, requireFitsMechanism } from "./mechanism.js";
import { requireOnlineElsewhere, suppliedBy } from "./online.js";
import { recognise } from "./recognition.js";
import { answerReferral, refer } from "./referral.js";
import { DeadlineNotReached, DeferralOpen, ExtensionNotAllowed, ReasonRequired } from "./refusals.js";
import { revoke } from "./revocation.js";
import { requireAllowed } from "./transitions.js";

type Command<T extends CaseCommand["type"]> = Extract<CaseCommand, { type: T }>;

/**
 * What happens when `command` is given to `current`. Pure: no clock, no database. Whether the caller may give the
 * command to this case at all is settled before, in `authority.ts`.
 *
 * @throws TransitionNotAllowed when the status does not allow the command
 * @throws a refusal of `refusals.ts` when a rule of the plans forbids it
 */
export function decide(current: Case, command: CaseCommand): CaseEvent {
  requireAllowed(current, command.type);
  requireFitsMechanism(current, command);
  const at = command.at.toISOString();
  switch (command.type) {
    case "receiveMaterials":
      requireOnList(current, command.requirementIds);
      return { type: "MaterialsReceived", at, requirementIds: command.requirementIds, by: command.by };
    case "supply":
      return suppliedBy(current, command.materials, at);
    case "takeUp":
      requireOnlineElsewhere(current, command.windowId);
      return { type: "CaseTakenUp", at, windowId: command.windowId, by: command.by };
    case "accept":
      return accept(current, command, at);
    case "deemAccepted":
      requireDue(current, command);
      return {
        type: "CaseAccepted",
        at,
        by: null,
        certificateId: null,
        acceptedAt: collectedAt(current),
        deferral: null,
      };
    case "refuseAcceptance":
      requireReason(command.reason);
      return { type: "AcceptanceRefused", at, reason: command.reason, by: command.by };
    case "preReview":
      requireReason(command.opinion);
      return { type: "CasePreReviewed", at, passed: command.passed, opinion: command.opinion, by: command.by };
    case "pickUp":
      return { type: "CasePickedUp", at, by: command.by };
    case "requestCorrection":
      requireReason(command.reason);
      requireCorrectable(current, command.requirementIds);
      return {
        type: "CorrectionRequested",
        at,
        requirementIds: command.requirementIds,
        reason: command.reason,
        by: command.by,
      };
    case "receiveCorrection":
      return { type: "CorrectionReceived", at, by: command.by };
    case "startSpecialProcedure":
      requireReason(command.reason);
      return { type: "SpecialProcedureStarted", at, reason: command.reason, by: command.by };
    case "endSpecialProcedure":
      requireReason(command.result);
      return { type: "SpecialProcedureEnded", at, result: command.result, by: command.by };
    case "extend":
      requireReason(command.reason);
      if (current.extension || !mayExtendBy(command.workingDays)) {
        throw new ExtensionNotAllowed(current);
      }
      return { type: "LimitExtended", at, workingDays: command.workingDays, reason: command.reason, by: command.by };
    case "reportUp":
      requireReportable(current);
      requireReason(command.opinion);
      return { type: "CaseReported", at, opinion: command.opinion, by: command.by };
    case "decide":
      return {
        type: "CaseDecided",
        at,
        outcome: decideOutcome(current, command),
        reason: command.reason,
        by: command.by,
      };
    case "makeResult":
      requireNothingOutstanding(current);
      requireReason(command.documentNo);
      requireValidity(current, command.validUntil, command.at);
      return {
        ...{ type: "ResultMade", at, documentNo: command.documentNo, electronic: command.electronic, by: command.by },
        ...(command.validUntil && { validUntil: command.validUntil }),
      };
    case "issueResult":
      return { type: "ResultIssued", at, by: command.by };
    case "deliver":
      return { type: "CaseDelivered", at, method: command.method, by: command.by, ...tracked(command) };
    case "withdraw":
      requireReason(command.reason);
      return { type: "CaseWithdrawn", at, reason: command.reason, by: command.by };
    case "warn":
      requireDue(current, command);
      return { type: "WarningRaised", at, percent: command.percent };
    case "remind":
      requireDue(current, command);
      return { type: "ReminderRaised", at, about: command.about };
    case "urge":
      requireReason(command.reason);
      return { type: "CaseUrged", at, reason: command.reason, by: command.by };
    case "expireDeferral":
      requireDue(current, command);
      return {
        type: "CaseTerminated",
        at,
        reason: "容缺材料逾期未补齐,终止办理。 A deferred material did not come in time.",
      };
    case "convene":
      return convene(current, command);
    case "giveOpinion":
      return giveOpinion(current, command);
    case "superviseJoint":
      return supervise(current, command);
    case "refer":
      return refer(current, command);
    case "answerReferral":
      return answerReferral(current, command);
    case "recognise":
      return recognise(current, command);
    case "feedBack":
      return feedBack(current, command);
    case "revoke":
      return revoke(current, command);
  }
}

const tracked = ({ trackingNo }: Command<"deliver">) => (trackingNo?.trim() ? { trackingNo: trackingNo.trim() } : {});

const LONGEST_EXTENSION = 10; // working days, 行政许可法 第四十二条

const mayExtendBy = (days: number) => Number.isInteger(days) && days >= 1 && days <= LONGEST_EXTENSION;

function accept(current: Case, { duty, committed, barred = false, at }: Command<"accept">, iso: string): CaseEvent {
  const deferred = requireComplete(current.materials, committed || current.online?.committed === true, barred);
  // Whose credit is barred is not taken at his word; such a case is reviewed.
  const onCommitment = mechanismOf(current) === "INFORMED_COMMITMENT" && committed && !barred;
  return {
    type: "CaseAccepted",
    at: iso,
    by: { staffId: duty.staffId, actingForId: duty.actingForId },
    certificateId: duty.certificates.find(({ departmentId }) => departmentId === current.departmentId)?.id ?? null,
    acceptedAt: iso,
    ...(onCommitment && { onCommitment }),
    deferral:
      deferred.length > 0
        ? {
            requirementIds: deferred.map(({ requirementId }) => requirementId),
            dueOn: deferralDueOn(at, current.guide, deferred),
          }
        : null,
  };
}

function requireReason(reason: string): void {
  if (reason.trim() === "") throw new ReasonRequired();
}

/** What the clock does, it does when the time has come and once (I-K2, I-K6, I-K23). */
function requireDue(current: Case, command: Command<"deemAccepted" | "warn" | "remind" | "expireDeferral">): void {
  const due = deadlines(current).some(
    ({ act, at, percent, about }) =>
      act === command.type &&
      at <= command.at &&
      (command.type !== "warn" || command.percent === percent) &&
      (command.type !== "remind" || command.about === about),
  );
  if (!due) throw new DeadlineNotReached(current);
}

/** A denial is issued whatever is outstanding; a grant only with every deferred material there (I-K2). */
function requireNothingOutstanding(current: Case): void {
  const open = outstanding(current.materials);
  if (open.length > 0 && current.status === "GRANTED") throw new DeferralOpen(current, open);
}
