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
  "APPRAISAL_RECORDED",
  "APPRAISAL_FOLLOW_UP_OPENED",
  "APPRAISAL_FOLLOW_UP_DONE",
  "RETURNED_TO_HOME_UNIT",
  "REPLACEMENT_NOMINATED",
  "REPLACEMENT_APPROVED",
  "TRANSFER_REQUESTED",
  "TRANSFER_APPROVED",
  "TRANSFER_REFUSED",
  "TAKEOVER_STARTED",
  "TAKEOVER_ENDED",
  "VACANCY_OPENED",
  "VACANCY_CLOSED",
  "APPRAISAL_SCHEME_ADOPTED",
  "ORIGIN_RECORDED",
  "TEAM_JOINED",
  "TEAM_LEFT",
  "TEAM_ROTATED",
  "OUTLET_LOCATED",
  "OUTLET_OPENED",
  "OUTLET_EQUIPPED",
  "OUTLET_STANDARD_CHECKED",
  "OUTLET_ZONED",
  "OUTLET_MERGED",
  "REDEPLOYMENT_ORDERED",
  "REDEPLOYMENT_ENDED",
  "TRAVEL_TIME_RECORDED",
  "TERMINAL_INSTALLED",
  "TERMINAL_REMOVED",
  "TERMINAL_VERIFIED",
  "TERMINAL_OFFLINE",
  "TERMINAL_ONLINE",
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

/** About an outlet, and none of its windows, posts and people unless said otherwise. */
export const outletAlone = { windowId: null, postId: null, staffId: null, actingForId: null } as const;

const open: ReadonlySet<StaffEventType> = new Set([
  "SIGNED_IN",
  "SIGNED_OUT",
  "TAKEOVER_STARTED",
  "TAKEOVER_ENDED",
  "VACANCY_OPENED",
  "VACANCY_CLOSED",
  "TERMINAL_OFFLINE",
  "TERMINAL_ONLINE",
]);

const personal: ReadonlySet<StaffEventType> = new Set([
  "APPRAISAL_RECORDED",
  "APPRAISAL_FOLLOW_UP_OPENED",
  "APPRAISAL_FOLLOW_UP_DONE",
  "RETURNED_TO_HOME_UNIT",
  "REPLACEMENT_NOMINATED",
  "REPLACEMENT_APPROVED",
  "TRANSFER_REQUESTED",
  "TRANSFER_APPROVED",
  "TRANSFER_REFUSED",
  "ORIGIN_RECORDED",
]);
const leaders: ReadonlySet<string | undefined> = new Set(["CENTRE_DIRECTOR", "COORDINATOR", "SUPERVISOR"]);

/**
 * Who serves and which terminals work is public; leave, training and certificates are for staff of that outlet and for
 * services; appraisals are for the person and for who leads or supervises there (R119, R130).
 */
export function maySeeEvent(
  { kind, claims }: Caller,
  event: Pick<StaffEvent, "type" | "outletId" | "staffId">,
): boolean {
  if (open.has(event.type) || kind === "SERVICE") return true;
  if (kind !== "STAFF") return false;
  if (!personal.has(event.type)) return claims.outletId === event.outletId;
  const own = event.staffId !== null && claims.staffId === event.staffId;
  return own || (claims.outletId === event.outletId && leaders.has(claims.role));
}
