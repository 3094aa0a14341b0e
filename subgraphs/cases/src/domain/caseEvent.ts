import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Actor, Case, DeliveryMethod, Outcome, Reminder } from "./case.js";
import type { FeedbackChannel } from "./feedback.js";
import type { Digest } from "./handedIn.js";
import type { JointParty } from "./jointHandling.js";
import type { Recognition } from "./recognition.js";
import type { Referral } from "./referral.js";
import type { Revocation } from "./revocation.js";

/** What happened to a case. Carries no personal data of the applicant: the log is read by many. */
export type CaseEvent = { readonly at: string } & (
  | { readonly type: "CaseOpened"; readonly opened: Case; readonly by: Actor | null }
  | {
      readonly type: "MaterialsReceived";
      readonly requirementIds: readonly string[];
      /** Of files that the applicant handed in online. */
      readonly digests?: readonly Digest[];
      readonly by: Actor | null;
    }
  | { readonly type: "CaseTakenUp"; readonly windowId: string; readonly by: Actor }
  | {
      readonly type: "CaseAccepted";
      readonly by: Actor | null;
      readonly certificateId: string | null;
      readonly acceptedAt: string;
      /** Only where the applicant committed to meet the conditions (R042). */
      readonly onCommitment?: boolean;
      readonly deferral: { readonly requirementIds: readonly string[]; readonly dueOn: PlainDate } | null;
    }
  | { readonly type: "AcceptanceRefused"; readonly reason: string; readonly by: Actor }
  | { readonly type: "CasePreReviewed"; readonly passed: boolean; readonly opinion: string; readonly by: Actor }
  | { readonly type: "CasePickedUp"; readonly by: Actor }
  | {
      readonly type: "CorrectionRequested";
      readonly requirementIds: readonly string[];
      readonly reason: string;
      readonly by: Actor;
    }
  | {
      readonly type: "CorrectionReceived";
      /** Of files that the applicant handed in online. */
      readonly digests?: readonly Digest[];
      readonly by: Actor | null;
    }
  | { readonly type: "SpecialProcedureStarted"; readonly reason: string; readonly by: Actor }
  | { readonly type: "SpecialProcedureEnded"; readonly result: string; readonly by: Actor }
  | { readonly type: "LimitExtended"; readonly workingDays: number; readonly reason: string; readonly by: Actor }
  | { readonly type: "CaseReported"; readonly opinion: string; readonly by: Actor }
  | { readonly type: "CaseDecided"; readonly outcome: Outcome; readonly reason: string; readonly by: Actor }
  | {
      readonly type: "ResultMade";
      readonly documentNo: string;
      readonly electronic: boolean;
      readonly validUntil?: PlainDate;
      readonly by: Actor;
    }
  | { readonly type: "ResultIssued"; readonly by: Actor }
  | {
      readonly type: "CaseDelivered";
      readonly method: DeliveryMethod;
      readonly trackingNo?: string;
      readonly by: Actor;
    }
  | { readonly type: "CaseWithdrawn"; readonly reason: string; readonly by: Actor | null }
  | { readonly type: "WarningRaised"; readonly percent: number }
  | { readonly type: "ReminderRaised"; readonly about: Reminder }
  | { readonly type: "CaseUrged"; readonly reason: string; readonly by: Actor }
  | { readonly type: "CaseTerminated"; readonly reason: string }
  | {
      readonly type: "JointHandlingConvened";
      readonly parties: readonly Omit<JointParty, "opinion">[];
      readonly reason: string;
      readonly by: Actor;
    }
  | {
      readonly type: "JointOpinionGiven";
      readonly departmentId: string;
      readonly agrees: boolean;
      readonly opinion: string;
      readonly by: Actor;
    }
  | { readonly type: "JointHandlingSupervised"; readonly by: Actor }
  | ({ readonly type: "CaseReferred" } & Pick<Referral, "departmentId" | "level" | "reason" | "by">)
  | { readonly type: "ReferralAnswered"; readonly result: string; readonly by: Actor }
  | ({ readonly type: "MaterialRecognised"; readonly requirementId: string } & Omit<Recognition, "at">)
  | { readonly type: "ResultFedBack"; readonly channel: FeedbackChannel; readonly by: Actor }
  | ({ readonly type: "CaseRevoked" } & Omit<Revocation, "at">)
);

export const caseEventTypes = [
  "CaseOpened",
  "MaterialsReceived",
  "CaseTakenUp",
  "CaseAccepted",
  "AcceptanceRefused",
  "CasePreReviewed",
  "CasePickedUp",
  "CorrectionRequested",
  "CorrectionReceived",
  "SpecialProcedureStarted",
  "SpecialProcedureEnded",
  "LimitExtended",
  "CaseReported",
  "CaseDecided",
  "ResultMade",
  "ResultIssued",
  "CaseDelivered",
  "CaseWithdrawn",
  "WarningRaised",
  "ReminderRaised",
  "CaseUrged",
  "CaseTerminated",
  "JointHandlingConvened",
  "JointOpinionGiven",
  "JointHandlingSupervised",
  "CaseReferred",
  "ReferralAnswered",
  "MaterialRecognised",
  "ResultFedBack",
  "CaseRevoked",
] as const satisfies readonly CaseEvent["type"][];

/** Who did it; `null` when the applicant, the office's clock or the law did. */
export const actorOf = (event: CaseEvent): Actor | null => ("by" in event ? event.by : null);
