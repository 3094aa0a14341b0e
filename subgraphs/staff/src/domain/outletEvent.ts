import type { StaffEvent, StaffEventType } from "./staffEvent.js";

/** What the log tells of an outlet itself. */
export const outletEvent = (
  type: StaffEventType,
  { outletId, staffId, at, key }: { outletId: string; staffId: string; at: Date; key: string },
  data: Readonly<Record<string, string>> = {},
): StaffEvent => ({
  ...{ type, at, outletId, windowId: null, postId: null, staffId, actingForId: null, data },
  onceKey: `${type}:${staffId}:${key}`,
});
