import type { Actor, Case } from "./case.js";
import { deferralDueOn } from "./caseClock.js";
import type { CaseCommand } from "./caseCommand.js";
import type { CaseEvent } from "./caseEvent.js";
import { requireComplete } from "./checklist.js";
import { outstanding } from "./material.js";
import {
  AcceptorMayNotDecide,
  DeferralOpen,
  ExtensionNotAllowed,
  ImportantMatterGoesUp,
  MaterialNotOnList,
  NoticeNotComplete,
  OnlyAcceptorMayDecide,
  ReasonRequired,
} from "./refusals.js";
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
  const at = command.at.toISOString();
  switch (command.type) {
    case "receiveMaterials":
      requireOnList(current, command.requirementIds);
      return { type: "MaterialsReceived", at, requirementIds: command.requirementIds, by: command.by };
    case "accept":
      return accept(current, command, at);
    case "deemAccepted":
      return {
        type: "CaseAccepted",
        at,
        by: null,
        certificateId: null,
        acceptedAt: current.openedAt,
        deferral: null,
      };
    case "refuseAcceptance":
      requireReason(command.reason);
      return { type: "AcceptanceRefused", at, reason: command.reason, by: command.by };
    case "pickUp":
      return { type: "CasePickedUp", at, by: command.by };
    case "requestCorrection":
      requireReason(command.reason);
      requireOnList(current, command.requirementIds);
      requireOneNotice(current, command.requirementIds);
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
      return { type: "SpecialProcedureEnded", at, result: command.result, by: command.by };
    case "extend":
      requireReason(command.reason);
      if (current.extension || command.workingDays < 1 || command.workingDays > LONGEST_EXTENSION) {
        throw new ExtensionNotAllowed(current);
      }
      return { type: "LimitExtended", at, workingDays: command.workingDays, reason: command.reason, by: command.by };
    case "decide":
      return decideOutcome(current, command, at);
    case "makeResult":
      requireNothingOutstanding(current);
      return { type: "ResultMade", at, documentNo: command.documentNo, by: command.by };
    case "issueResult":
      return { type: "ResultIssued", at, by: command.by };
    case "deliver":
      return { type: "CaseDelivered", at, method: command.method, by: command.by };
    case "withdraw":
      requireReason(command.reason);
      return { type: "CaseWithdrawn", at, reason: command.reason, by: command.by };
    case "warn":
      return { type: "WarningRaised", at, percent: command.percent };
    case "expireDeferral":
      return {
        type: "CaseTerminated",
        at,
        reason: "容缺材料逾期未补齐,终止办理。 A deferred material did not come in time.",
      };
  }
}

const LONGEST_EXTENSION = 10; // working days, 行政许可法 第四十二条

function accept(current: Case, { duty, committed, at }: Command<"accept">, iso: string): CaseEvent {
  const deferred = requireComplete(current.materials, committed);
  return {
    type: "CaseAccepted",
    at: iso,
    by: { staffId: duty.staffId, actingForId: duty.actingForId },
    certificateId: duty.certificates.find(({ departmentId }) => departmentId === current.departmentId)?.id ?? null,
    acceptedAt: iso,
    deferral:
      deferred.length > 0
        ? {
            requirementIds: deferred.map(({ requirementId }) => requirementId),
            dueOn: deferralDueOn(at, current.guide, deferred),
          }
        : null,
  };
}

function decideOutcome(current: Case, command: Command<"decide">, at: string): CaseEvent {
  if (!command.granted) requireReason(command.reason);
  const acceptor = current.acceptance?.by ?? null;
  if (current.guide.decisionMode === "SEPARATED" && acceptor && samePerson(acceptor, command.by)) {
    throw new AcceptorMayNotDecide(current);
  }
  if (current.guide.decisionMode === "SINGLE_STEP" && acceptor && acceptor.staffId !== command.by.staffId) {
    throw new OnlyAcceptorMayDecide(current);
  }
  if (current.guide.important && !command.heads) throw new ImportantMatterGoesUp(current);
  const open = outstanding(current.materials).length > 0;
  return {
    type: "CaseDecided",
    at,
    outcome: command.granted ? (open ? "GRANTED_WITH_DEFERRAL" : "GRANTED") : "DENIED",
    reason: command.reason,
    by: command.by,
  };
}

/** Acting for somebody counts as that somebody too: neither the person nor the post may sit on both sides. */
function samePerson(one: Actor, other: Actor): boolean {
  const people = [one.staffId, one.actingForId].filter((id) => id !== null);
  return people.includes(other.staffId) || (other.actingForId !== null && people.includes(other.actingForId));
}

function requireReason(reason: string): void {
  if (reason.trim() === "") throw new ReasonRequired();
}

function requireOnList(current: Case, requirementIds: readonly string[]): void {
  const listed = new Set(current.materials.map(({ requirementId }) => requirementId));
  const unknown = requirementIds.filter((id) => !listed.has(id));
  if (unknown.length > 0 || requirementIds.length === 0) throw new MaterialNotOnList(unknown);
}

/** A later notice may repeat what an earlier one named, never add to it (R089, I-K10). */
function requireOneNotice(current: Case, requirementIds: readonly string[]): void {
  if (current.corrections.length === 0) return;
  const told = new Set(current.corrections.flatMap((notice) => notice.requirementIds));
  const added = requirementIds.filter((id) => !told.has(id));
  if (added.length > 0) throw new NoticeNotComplete(added);
}

/** A denial is issued whatever is outstanding; a grant only with every deferred material there (I-K2). */
function requireNothingOutstanding(current: Case): void {
  const open = outstanding(current.materials);
  if (open.length > 0 && current.status === "GRANTED") throw new DeferralOpen(current, open);
}
