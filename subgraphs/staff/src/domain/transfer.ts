import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { addMonths, parsePlainDate } from "@yimen/workdays/plainDate";
import { plans } from "./plans.js";

export const transferStatuses = ["REQUESTED", "APPROVED", "REFUSED"] as const;
export type TransferStatus = (typeof transferStatuses)[number];

/** 人员调整: a request that somebody leave a post, and the review without which it has no effect (R142). */
export interface Transfer {
  readonly id: string;
  readonly staffId: string;
  readonly postId: string;
  readonly outletId: string;
  /** Since when the person holds the post. */
  readonly appointedOn: string;
  /** The first day on which the person no longer holds it, once approved. */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly status: TransferStatus;
  readonly requestedById: string;
  readonly reviewedById: string | null;
  /** The centre or town agreed to less than two years (R140). */
  readonly earlyConsent: boolean;
  readonly version: number;
}

export class TransferTooEarly extends DomainError {
  readonly code = "TRANSFER_TOO_EARLY";
  constructor(freeFrom: string) {
    super(
      {
        zh: `窗口人员原则上2年内不得调换(${freeFrom} 起方可);确需调换的,须明确同意提前调整。`,
        en: `Window staff stay two years (until ${freeFrom}); leaving earlier takes the centre's or town's express consent.`,
      },
      { freeFrom },
      plans.R141,
    );
  }
}

export class TransferNotAllowed extends DomainError {
  readonly code = "TRANSFER_NOT_ALLOWED";
  constructor(
    reason: "NOT_HOME_UNIT" | "NOT_RECEIVING_BODY" | "OWN_REQUEST" | "REVIEWED_ALREADY" | "NOT_ON_POST" | "DATE",
  ) {
    super(
      {
        zh: "人员调整由派驻单位提前申请,经政务服务中心或乡镇民生服务中心审核同意后生效,不得私自调回。",
        en: "The home unit asks in advance, somebody else at the centre or town reviews, and only then does it take effect.",
      },
      { reason },
      plans.R142,
    );
  }
}

const MONTHS_TO_STAY = 24;

/** The first day on which the post may be left without express consent: exact by calendar months (I-S7). */
export const freeFrom = (appointedOn: string): string => addMonths(parsePlainDate(appointedOn), MONTHS_TO_STAY);

/** @throws TransferNotAllowed */
export function requireRequestableTransfer(transfer: Transfer, today: string): Transfer {
  if (transfer.effectiveOn < today || transfer.effectiveOn <= transfer.appointedOn)
    throw new TransferNotAllowed("DATE");
  return transfer;
}

export interface Review {
  readonly agreed: boolean;
  readonly earlyConsent: boolean;
}

/**
 * The transfer as reviewed (R140–R142).
 *
 * @param stays  whether the rule of two years holds for the post: it does in front, not in back offices
 * @throws TransferNotAllowed, TransferTooEarly
 */
export function review(
  current: Transfer,
  { agreed, earlyConsent }: Review,
  reviewedById: string,
  stays: boolean,
  today: string,
): Transfer {
  if (current.status !== "REQUESTED") throw new TransferNotAllowed("REVIEWED_ALREADY");
  if (current.requestedById === reviewedById) throw new TransferNotAllowed("OWN_REQUEST");
  const next = { ...current, reviewedById, version: current.version + 1 };
  if (!agreed) return { ...next, status: "REFUSED" };
  const early = stays && current.effectiveOn < freeFrom(current.appointedOn);
  if (early && !earlyConsent) throw new TransferTooEarly(freeFrom(current.appointedOn));
  // Nobody is taken off a post in the past: a review that comes late takes effect today.
  const effectiveOn = current.effectiveOn < today ? today : current.effectiveOn;
  return { ...next, status: "APPROVED", effectiveOn, earlyConsent: early };
}

/** Whether the caller speaks for the centre or town, or the coordination office above it. */
const receives = ({ kind, claims }: Caller, outletIds: readonly string[]): boolean =>
  kind === "STAFF" &&
  (claims.role === "CENTRE_DIRECTOR" || claims.role === "COORDINATOR") &&
  outletIds.includes(claims.outletId ?? "");

/** @returns the staff member who calls; @throws TransferNotAllowed unless the home unit's director, or the outlet's own */
export function requireHomeUnit(caller: Caller, homeDepartmentId: string | null, outletIds: readonly string[]): string {
  const { role, departmentId, staffId } = caller.claims;
  const director = caller.kind === "STAFF" && role === "DIRECTOR" && departmentId === homeDepartmentId;
  if (!staffId || !(homeDepartmentId === null ? receives(caller, outletIds) : director)) {
    throw new TransferNotAllowed("NOT_HOME_UNIT");
  }
  return staffId;
}

/** @returns the staff member who calls; @throws TransferNotAllowed */
export function requireReceivingBody(caller: Caller, outletIds: readonly string[]): string {
  if (!caller.claims.staffId || !receives(caller, outletIds)) throw new TransferNotAllowed("NOT_RECEIVING_BODY");
  return caller.claims.staffId;
}

/** Whether the caller asks, decides, supervises, or is the one it is about. */
export const seesTransfer = (
  caller: Caller,
  { staffId, requestedById }: Pick<Transfer, "staffId" | "requestedById">,
  outletIds: readonly string[],
): boolean =>
  caller.kind === "STAFF" &&
  (caller.claims.staffId === staffId ||
    caller.claims.staffId === requestedById ||
    receives(caller, outletIds) ||
    (caller.claims.role === "SUPERVISOR" && outletIds.includes(caller.claims.outletId ?? "")));
