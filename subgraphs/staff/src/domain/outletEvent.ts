import { outletAlone, type StaffEvent, type StaffEventType } from "./staffEvent.js";

/** What the log tells of an outlet itself. */
export const outletEvent = (
  type: StaffEventType,
  { outletId, staffId, at, key }: { outletId: string; staffId: string; at: Date; key: string },
  data: Readonly<Record<string, string>> = {},
): StaffEvent => ({
  ...outletAlone,
  type,
  at,
  outletId,
  staffId,
  data,
  onceKey: `${type}:${staffId}:${key}`,
});
