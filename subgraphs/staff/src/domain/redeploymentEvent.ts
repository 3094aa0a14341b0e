import type { Redeployment } from "./redeployment.js";
import type { StaffEvent } from "./staffEvent.js";

/** What the log tells of a redeployment, at the outlet from which somebody is lent. */
export const redeploymentEvent = (
  type: "REDEPLOYMENT_ORDERED" | "REDEPLOYMENT_ENDED",
  { id, staffId, postId, fromWindowId, fromOutletId, toWindowId, orderedById }: Redeployment,
  at: Date,
  key: string,
): StaffEvent => ({
  type,
  at,
  outletId: fromOutletId,
  windowId: fromWindowId,
  postId,
  staffId,
  actingForId: null,
  data: { redeploymentId: id, toWindowId },
  onceKey: `${type}:${orderedById}:${id}:${key}`,
});
