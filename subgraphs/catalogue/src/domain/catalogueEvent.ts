import type { PlainDate } from "@yimen/workdays/plainDate";
import type { PresenceMode } from "./matter.js";

/** What happens to a matter or an entrustment; written in the transaction that makes it so. */
export type CatalogueEvent =
  | {
      readonly type: "GuideVersionPublished";
      readonly guideId: string;
      readonly effectiveFrom: string; // instant
      /** Materials whose deferral was allowed or forbidden: the windows must learn of it (R060). */
      readonly deferralChanges: { readonly code: string; readonly deferrable: boolean }[];
      readonly by: string;
    }
  | { readonly type: "MatterSuspended"; readonly reason: string; readonly by: string }
  | { readonly type: "MatterReactivated"; readonly reason: string; readonly by: string }
  | {
      readonly type: "EntrustmentAnnounced";
      readonly mode: PresenceMode;
      readonly announcedOn: PlainDate;
      readonly by: string;
    }
  | { readonly type: "EntrustmentActivated"; readonly on: PlainDate; readonly by: string }
  | { readonly type: "DeferralChangeAcknowledged"; readonly windowId: string; readonly by: string }
  | { readonly type: "DeferralChangeUnacknowledged"; readonly windowId: string }
  | { readonly type: "OptimisationMeasureRecorded"; readonly measureId: string; readonly by: string }
  | { readonly type: "HallExemptionGranted"; readonly reason: string; readonly by: string }
  | { readonly type: "HallExemptionEnded"; readonly by: string }
  | { readonly type: "BatchPublished"; readonly matterIds: readonly string[]; readonly by: string }
  | { readonly type: "BatchMatterWithdrawn"; readonly matterId: string; readonly reason: string; readonly by: string }
  | { readonly type: "LegalBasisRepealed"; readonly basis: string; readonly repealedOn: PlainDate; readonly by: string }
  | { readonly type: "EntrustmentEnded"; readonly on: PlainDate; readonly by: string };
