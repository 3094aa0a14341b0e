import type { Leave, LeaveStatus } from "./leave.js";
import {
  LeaveHasBegun,
  LeaveHasNotBegun,
  LeavePeriodInvalid,
  LeaveReasonRequired,
  LeaveTransitionNotAllowed,
} from "./leaveRefusals.js";

export type LeaveCommand =
  | { readonly type: "approve"; readonly at: Date; readonly byId: string }
  | { readonly type: "refuse"; readonly at: Date; readonly byId: string; readonly reason: string }
  | { readonly type: "cancel"; readonly at: Date }
  | { readonly type: "end"; readonly at: Date };

/** The state machine: from which statuses each command is allowed. */
export const allowedFrom = {
  approve: ["REQUESTED"],
  refuse: ["REQUESTED"],
  cancel: ["REQUESTED", "APPROVED"],
  end: ["APPROVED"],
} as const satisfies Record<LeaveCommand["type"], readonly LeaveStatus[]>;

const LONGEST = 366 * 86_400_000; // ms

/** @throws LeavePeriodInvalid, LeaveReasonRequired */
export function requireRequestable(leave: Leave): Leave {
  const length = leave.until.getTime() - leave.from.getTime();
  if (length <= 0 || length > LONGEST) throw new LeavePeriodInvalid();
  if (leave.reason.trim() === "") throw new LeaveReasonRequired();
  return leave;
}

/**
 * The leave after `command`. Whether approval would leave a post empty is settled before, in `leavePlan.ts`.
 *
 * @throws LeaveTransitionNotAllowed when the status does not allow the command
 * @throws LeaveHasBegun, LeaveHasNotBegun, LeaveReasonRequired
 */
export function changeLeave(current: Leave, command: LeaveCommand): Leave {
  const allowed: readonly LeaveStatus[] = allowedFrom[command.type];
  if (!allowed.includes(current.status)) throw new LeaveTransitionNotAllowed(current, command.type, allowed);
  const next = { ...current, version: current.version + 1 };
  switch (command.type) {
    case "approve":
      return { ...next, status: "APPROVED", decidedAt: command.at, decidedById: command.byId };
    case "refuse":
      if (command.reason.trim() === "") throw new LeaveReasonRequired();
      return {
        ...next,
        status: "REFUSED",
        decidedAt: command.at,
        decidedById: command.byId,
        decisionNote: command.reason,
      };
    case "cancel":
      if (current.status === "APPROVED" && command.at >= current.from) throw new LeaveHasBegun(current);
      return { ...next, status: "CANCELLED" };
    case "end":
      if (command.at < current.from) throw new LeaveHasNotBegun(current);
      return { ...next, status: "ENDED", endedAt: command.at };
  }
}
