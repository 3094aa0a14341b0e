import type { Actor, Case, CaseStatus, Pause } from "./case.js";
import type { CaseEvent } from "./caseEvent.js";
import type { Digest } from "./handedIn.js";
import { jointAfter } from "./jointHandling.js";
import { handedIn, type Material, withState } from "./material.js";
import { referralsAfter } from "./referral.js";

/** The case after `event`. Never fails: whether it may happen was settled by `decide`. */
export function evolve(before: Case | null, event: CaseEvent): Case {
  if (event.type === "CaseOpened") return event.opened;
  if (!before) throw new Error(`A case begins with CaseOpened, not with ${event.type}.`);
  return { ...before, version: before.version + 1, ...change(before, event) };
}

/** The state is the fold of the events; `null` for an empty history. */
export const fold = (events: readonly CaseEvent[]): Case | null =>
  events.reduce<Case | null>((before, event) => evolve(before, event), null);

function change(before: Case, event: Exclude<CaseEvent, { type: "CaseOpened" }>): Partial<Case> {
  const { at } = event;
  switch (event.type) {
    case "MaterialsReceived":
      return { materials: handedIn(before.materials, event.requirementIds, at, event.digests) };
    case "CaseTakenUp":
      return {
        windowId: event.windowId,
        ...(before.online && { online: { ...before.online, takenUp: { at, by: event.by } } }),
      };
    case "CaseAccepted":
      return accepted(before, event);
    case "AcceptanceRefused":
      return closed(before, "REFUSED_ACCEPTANCE", at);
    case "CasePreReviewed":
      return { preReview: { passed: event.passed, opinion: event.opinion, at, by: event.by } };
    case "CasePickedUp":
      return { status: "UNDER_REVIEW", pickedUp: { at, by: event.by } };
    case "CorrectionRequested":
      return {
        status: "AWAITING_CORRECTION",
        // Before acceptance no promise runs that could stand still.
        ...(before.acceptance && { pauses: [...before.pauses, pause(at, "CORRECTION", event.reason)] }),
        corrections: [...before.corrections, notice(event, at)],
        materials: withState(before.materials, event.requirementIds, { state: "TO_CORRECT" }),
      };
    case "CorrectionReceived":
      return {
        ...(before.acceptance ? resumed(before, at) : { status: "COLLECTED" }),
        corrections: before.corrections.map((one) =>
          one.receivedAt ? one : { ...one, receivedAt: at, ...(event.digests && { online: true }) },
        ),
        materials: handedIn(before.materials, putRight(before.materials, event.digests), at, event.digests),
      };
    case "SpecialProcedureStarted":
      return {
        status: "IN_SPECIAL_PROCEDURE",
        pauses: [...before.pauses, pause(at, "SPECIAL_PROCEDURE", event.reason)],
      };
    case "SpecialProcedureEnded":
      return resumed(before, at);
    case "LimitExtended":
      // The due date has moved, so each share of the longer time is warned about anew (I-K23).
      return { extension: { workingDays: event.workingDays, reason: event.reason, at, by: event.by }, warned: [] };
    case "CaseReported":
      return { report: { opinion: event.opinion, at, by: event.by } };
    case "CaseDecided":
      return {
        status: event.outcome === "DENIED" ? "DENIED" : "GRANTED",
        decision: { outcome: event.outcome, reason: event.reason, at, by: event.by },
      };
    case "ResultMade":
      return {
        status: "RESULT_MADE",
        result: {
          ...{ documentNo: event.documentNo, electronic: event.electronic, at, by: event.by },
          ...(event.validUntil && { validUntil: event.validUntil }),
        },
      };
    case "ResultIssued":
      return { status: "RESULT_ISSUED" };
    case "CaseDelivered":
      return {
        ...closed(before, "DELIVERED", at),
        delivery: { at, by: event.by, method: event.method, ...(event.trackingNo && { trackingNo: event.trackingNo }) },
      };
    case "CaseWithdrawn":
      return {
        ...closed(before, "WITHDRAWN", at),
        ...(event.by === null && { feedback: { channel: "ONLINE", at, by: null } }),
      };
    case "WarningRaised":
      return { warned: [...before.warned, event.percent] };
    case "ReminderRaised":
      return { reminded: [...(before.reminded ?? []), event.about] };
    case "CaseUrged":
      return { urges: [...(before.urges ?? []), { reason: event.reason, at, by: event.by }] };
    case "CaseTerminated":
      return closed(before, "TERMINATED", at);
    case "JointHandlingConvened":
    case "JointOpinionGiven":
    case "JointHandlingSupervised":
      return { joint: jointAfter(before.joint, event) };
    case "CaseReferred":
    case "ReferralAnswered":
      return { referrals: referralsAfter(before.referrals, event) };
    case "MaterialRecognised":
      return { materials: recognised(before, event) };
    case "ResultFedBack":
      return { feedback: { channel: event.channel, at, by: event.by } };
    case "CaseRevoked": {
      const { type: _, ...revocation } = event;
      return { ...closed(before, "REVOKED", before.closedAt ?? at), revocation };
    }
  }
}

/** What was to be corrected, and what else came with it. */
const putRight = (materials: readonly Material[], digests: readonly Digest[] = []): string[] => [
  ...materials.filter(({ state }) => state === "TO_CORRECT").map(({ requirementId }) => requirementId),
  ...digests.map(({ requirementId }) => requirementId),
];

const recognised = (before: Case, event: Extract<CaseEvent, { type: "MaterialRecognised" }>): Material[] => {
  const { at, requirementId, regionId, issuedBy, checkedWith, by } = event;
  const recognition = { regionId, issuedBy, checkedWith, at, by };
  return withState(before.materials, [requirementId], { state: "PRESENT", receivedAt: at, recognition });
};

const accepted = (before: Case, event: Extract<CaseEvent, { type: "CaseAccepted" }>): Partial<Case> => ({
  status: "ACCEPTED",
  acceptance: {
    at: event.acceptedAt,
    by: event.by,
    certificateId: event.certificateId,
    ...(event.onCommitment && { onCommitment: true }),
  },
  ...(event.deferral && {
    deferral: { committedAt: event.at, dueOn: event.deferral.dueOn },
    materials: withState(before.materials, event.deferral.requirementIds, {
      state: "DEFERRED",
      dueOn: event.deferral.dueOn,
    }),
  }),
});

const pause = (from: string, reason: Pause["reason"], note: string): Pause => ({ from, to: null, reason, note });

const notice = (asked: { requirementIds: readonly string[]; reason: string; by: Actor }, at: string) => ({
  requirementIds: asked.requirementIds,
  reason: asked.reason,
  at,
  by: asked.by,
  receivedAt: null,
});

const resumed = (before: Case, at: string): Partial<Case> => ({
  status: "UNDER_REVIEW",
  pauses: ended(before.pauses, at),
});

const ended = (pauses: readonly Pause[], at: string) => pauses.map((one) => (one.to ? one : { ...one, to: at }));

/** A pause that still runs ends with the case. */
const closed = (before: Case, status: CaseStatus, at: string): Partial<Case> => ({
  status,
  closedAt: at,
  pauses: ended(before.pauses, at),
});
