/** 请假 and 销假 (R153). */
export const leaveStatuses = ["REQUESTED", "APPROVED", "ENDED", "CANCELLED", "REFUSED"] as const;
export type LeaveStatus = (typeof leaveStatuses)[number];

/** An absence asked for. Once approved it lasts until it is ended in person (销假), however long that takes. */
export interface Leave {
  readonly id: string;
  readonly staffId: string;
  readonly outletId: string;
  readonly status: LeaveStatus;
  readonly from: Date;
  /** When the person means to be back. */
  readonly until: Date;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
  /** Why it was refused. */
  readonly decisionNote: string | null;
  /** 销假: when the person was back. */
  readonly endedAt: Date | null;
  /** Counts changes from 1; a save expects the one it read. */
  readonly version: number;
}

/** Asked for only after it had begun, which the rule allows as an exception and has flagged (R153: 一般在事前). */
export const isRetroactive = ({ requestedAt, from }: Leave): boolean => requestedAt > from;

/** The instant from which an approved leave counts as absence; nobody is made absent in the past. */
export function absentFrom({ from, decidedAt }: Leave): Date {
  return decidedAt && decidedAt > from ? decidedAt : from;
}

/** Whether the person is away on this leave at that instant: from its beginning until 销假. */
export function isAway(leave: Leave, at: Date): boolean {
  if (leave.status !== "APPROVED" && leave.status !== "ENDED") return false;
  return absentFrom(leave) <= at && (!leave.endedAt || at < leave.endedAt);
}
