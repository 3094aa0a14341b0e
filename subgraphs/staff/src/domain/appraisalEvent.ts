import { outletAlone, type StaffEvent, type StaffEventType } from "./staffEvent.js";

interface Subject {
  readonly id: string;
  readonly staffId: string;
  readonly outletId: string;
  readonly postId?: string;
}

/** What the log tells of an appraisal, of what follows from it, and of a transfer: never a result or a reason. */
export const appraisalEvent = (
  type: Extract<
    StaffEventType,
    `APPRAISAL_${string}` | "RETURNED_TO_HOME_UNIT" | `REPLACEMENT_${string}` | `TRANSFER_${string}`
  >,
  { id, staffId, outletId, postId }: Subject,
  at: Date,
  onceKey = `${type}:${id}`,
): StaffEvent => ({
  ...outletAlone,
  type,
  at,
  outletId,
  postId: postId ?? null,
  staffId,
  data: { id },
  onceKey,
});
