import type { Caller } from "@yimen/kernel/caller";

/** What the log of this subgraph tells of. */
export const staffEventTypes = [
  "SIGNED_IN",
  "SIGNED_OUT",
  "LEAVE_REQUESTED",
  "LEAVE_APPROVED",
  "LEAVE_REFUSED",
  "LEAVE_ENDED",
  "LEAVE_CANCELLED",
  "CERTIFICATE_ISSUED",
  "CERTIFICATE_REVOKED",
  "TRAINING_PLANNED",
  "TRAINING_RECORDED",
  "TAKEOVER_STARTED",
  "TAKEOVER_ENDED",
  "VACANCY_OPENED",
  "VACANCY_CLOSED",
] as const;
export type StaffEventType = (typeof staffEventTypes)[number];

/** Something that happened at an outlet. Reasons and other personal data are never part of it. */
export interface StaffEvent {
  readonly type: StaffEventType;
  readonly at: Date;
  readonly outletId: string;
  readonly windowId: string | null;
  readonly postId: string | null;
  /** Whom it is about; B in a takeover. */
  readonly staffId: string | null;
  /** A, for whom B acts, or who left a post empty. */
  readonly actingForId: string | null;
  /** Ids of what it is about, such as the leave. */
  readonly data: Readonly<Record<string, string>>;
  /** No two events have the same, so that nothing is told twice. */
  readonly onceKey: string;
}

const open: ReadonlySet<StaffEventType> = new Set([
  "SIGNED_IN",
  "SIGNED_OUT",
  "TAKEOVER_STARTED",
  "TAKEOVER_ENDED",
  "VACANCY_OPENED",
  "VACANCY_CLOSED",
]);

/** Who serves is public; leave and certificates are for staff of that outlet and for services (R119, R130). */
export function maySeeEvent({ kind, claims }: Caller, event: Pick<StaffEvent, "type" | "outletId">): boolean {
  if (open.has(event.type) || kind === "SERVICE") return true;
  return kind === "STAFF" && claims.outletId === event.outletId;
}
