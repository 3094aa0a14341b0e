import type { Leave } from "./leave.js";
import type { StaffEvent, StaffEventType } from "./staffEvent.js";

type LeaveEventType = Extract<StaffEventType, `LEAVE_${string}`>;

/** What the log tells of a leave: who and when, never why. */
export const leaveEvent = (type: LeaveEventType, leave: Leave, at: Date): StaffEvent => ({
  type,
  at,
  outletId: leave.outletId,
  windowId: null,
  postId: null,
  staffId: leave.staffId,
  actingForId: null,
  data: { leaveId: leave.id, from: leave.from.toISOString(), until: leave.until.toISOString() },
  onceKey: `${type}:${leave.id}`,
});
