import type { Leave } from "./leave.js";
import { outletAlone, type StaffEvent, type StaffEventType } from "./staffEvent.js";

type LeaveEventType = Extract<StaffEventType, `LEAVE_${string}`>;

/** What the log tells of a leave: who and when, never why. */
export const leaveEvent = (type: LeaveEventType, leave: Leave, at: Date): StaffEvent => ({
  ...outletAlone,
  type,
  at,
  outletId: leave.outletId,
  staffId: leave.staffId,
  data: { leaveId: leave.id, from: leave.from.toISOString(), until: leave.until.toISOString() },
  onceKey: `${type}:${leave.id}`,
});
