import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Actor, DeliveryMethod, Reminder } from "./case.js";
import type { DutyFacts } from "./duty.js";
import type { FeedbackChannel } from "./feedback.js";
import type { HandedIn } from "./handedIn.js";
import type { JointParty } from "./jointHandling.js";
import type { Recognition } from "./recognition.js";
import type { Referral } from "./referral.js";
import type { Revocation } from "./revocation.js";

/** What can be asked of a case that exists. `at` is the office's clock, passed in. */
export type CaseCommand = { readonly at: Date } & (
  | { readonly type: "receiveMaterials"; readonly requirementIds: readonly string[]; readonly by: Actor }
  | { readonly type: "supply"; readonly materials: readonly HandedIn[] }
  | { readonly type: "takeUp"; readonly windowId: string; readonly by: Actor }
  | { readonly type: "accept"; readonly duty: DutyFacts; readonly committed: boolean; readonly barred?: boolean }
  | { readonly type: "deemAccepted" }
  | { readonly type: "refuseAcceptance"; readonly reason: string; readonly by: Actor }
  | { readonly type: "preReview"; readonly passed: boolean; readonly opinion: string; readonly by: Actor }
  | { readonly type: "pickUp"; readonly by: Actor }
  | {
      readonly type: "requestCorrection";
      readonly requirementIds: readonly string[];
      readonly reason: string;
      readonly by: Actor;
    }
  | { readonly type: "receiveCorrection"; readonly by: Actor }
  | { readonly type: "startSpecialProcedure"; readonly reason: string; readonly by: Actor }
  | { readonly type: "endSpecialProcedure"; readonly result: string; readonly by: Actor }
  | { readonly type: "extend"; readonly workingDays: number; readonly reason: string; readonly by: Actor }
  | { readonly type: "reportUp"; readonly opinion: string; readonly by: Actor }
  | {
      readonly type: "decide";
      readonly granted: boolean;
      readonly reason: string;
      readonly by: Actor;
      /** Whether the decider heads the department, who alone decides important matters (R128). */
      readonly heads: boolean;
    }
  | {
      readonly type: "makeResult";
      readonly documentNo: string;
      readonly electronic: boolean;
      readonly validUntil?: PlainDate | null;
      readonly by: Actor;
    }
  | { readonly type: "issueResult"; readonly by: Actor }
  | {
      readonly type: "deliver";
      readonly method: DeliveryMethod;
      readonly trackingNo?: string | null;
      readonly by: Actor;
    }
  | { readonly type: "withdraw"; readonly reason: string; readonly by: Actor | null }
  | { readonly type: "warn"; readonly percent: number }
  | { readonly type: "remind"; readonly about: Reminder }
  | { readonly type: "urge"; readonly reason: string; readonly by: Actor }
  | { readonly type: "expireDeferral" }
  | {
      readonly type: "convene";
      readonly parties: readonly Omit<JointParty, "opinion">[];
      readonly reason: string;
      readonly by: Actor;
      readonly caseDueOn: PlainDate;
    }
  | {
      readonly type: "giveOpinion";
      readonly departmentId: string;
      readonly agrees: boolean;
      readonly opinion: string;
      readonly by: Actor;
      /** Whether who speaks is the department's chief representative. */
      readonly chief: boolean;
    }
  | { readonly type: "superviseJoint"; readonly by: Actor }
  | ({ readonly type: "refer" } & Pick<Referral, "departmentId" | "level" | "reason" | "by">)
  | { readonly type: "answerReferral"; readonly result: string; readonly by: Actor }
  | ({
      readonly type: "recognise";
      readonly requirementId: string;
      /** Whether the paper's number is noted with the applicant. */
      readonly referenced: boolean;
    } & Omit<Recognition, "at">)
  | { readonly type: "feedBack"; readonly channel: FeedbackChannel; readonly by: Actor }
  | ({
      readonly type: "revoke";
      readonly noticedAt: Date;
      readonly by: Actor;
      /** Whether who revokes heads the department. */
      readonly heads: boolean;
    } & Pick<Revocation, "ground" | "reason" | "documentNo" | "heard">)
);

export type CaseCommandType = CaseCommand["type"];
