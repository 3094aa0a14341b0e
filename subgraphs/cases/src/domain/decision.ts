import type { Actor, Case, Outcome } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import { requireJointlyDecidable } from "./jointHandling.js";
import { missing, outstanding } from "./material.js";
import { requireNoReferral } from "./referral.js";
import { AcceptorMayNotDecide, MaterialsMissing, OnlyAcceptorMayDecide, ReasonRequired } from "./refusals.js";
import { ImportantMatterGoesUp, MatterNotImportant, ReporterMayNotDecide, ReportMissing } from "./reportRefusals.js";

type Decide = Extract<CaseCommand, { type: "decide" }>;

/**
 * What a decision comes to: who accepted does not decide, unless one officer does it all (R085, R086); important
 * matters go up (R128); nothing is granted while a material is missing that was not deferred (I-K1).
 *
 * @throws AcceptorMayNotDecide, OnlyAcceptorMayDecide, ImportantMatterGoesUp, ReportMissing, ReporterMayNotDecide,
 * ReasonRequired, MaterialsMissing, ReferralOpen, and of a joint case the refusals of `requireJointlyDecidable`
 */
export function decideOutcome(current: Case, command: Decide): Outcome {
  requireDecider(current, command.by);
  requireNoReferral(current);
  requireJointlyDecidable(current, command.granted);
  if (current.guide.important) requireReported(current, command);
  if (!command.granted) {
    if (command.reason.trim() === "") throw new ReasonRequired();
    return "DENIED";
  }
  const absent = missing(current.materials);
  if (absent.length > 0) throw new MaterialsMissing(absent);
  return outstanding(current.materials).length > 0 ? "GRANTED_WITH_DEFERRAL" : "GRANTED";
}

/** Ordinary matters are decided where they are reviewed (R128). @throws MatterNotImportant */
export function requireReportable(current: Case): void {
  if (!current.guide.important) throw new MatterNotImportant(current);
}

/** The higher authority decides, after the report of somebody else (I-K9). */
function requireReported(current: Case, { by, heads }: Decide): void {
  if (!heads) throw new ImportantMatterGoesUp(current);
  if (!current.report) throw new ReportMissing(current);
  if (samePerson(current.report.by, by)) throw new ReporterMayNotDecide(current);
}

function requireDecider(current: Case, decider: Actor): void {
  // Deemed accepted: nobody did, and whoever took the papers stands for it; of an online case perhaps nobody.
  const taker = current.online ? (current.online.takenUp?.by ?? null) : current.openedBy;
  const acceptor = current.acceptance?.by ?? taker;
  if (!acceptor) return;
  if (current.guide.decisionMode === "SEPARATED") {
    if (samePerson(acceptor, decider)) throw new AcceptorMayNotDecide(current);
  } else if (acceptor.staffId !== decider.staffId) {
    throw new OnlyAcceptorMayDecide(current);
  }
}

/** Acting for somebody counts as that somebody too: neither the person nor the post may sit on both sides. */
function samePerson(one: Actor, other: Actor): boolean {
  const people = [one.staffId, one.actingForId].filter((id) => id !== null);
  return people.includes(other.staffId) || (other.actingForId !== null && people.includes(other.actingForId));
}
