import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** 重新选派: who follows somebody that was returned or transferred, and the approval without which nobody is on post (R173). */
export interface Replacement {
  readonly id: string;
  readonly postId: string;
  readonly outletId: string;
  readonly returnedId: string;
  /** Whose it is to send somebody else; `null` for the outlet's own people. */
  readonly homeDepartmentId: string | null;
  readonly openedAt: Date;
  readonly nomineeId: string | null;
  readonly nominatedById: string | null;
  readonly approvedAt: Date | null;
  readonly approvedById: string | null;
  readonly version: number;
}

/** A replacement that nobody has been selected for yet. */
export const replacementFor = (
  postId: string,
  outletId: string,
  returnedId: string,
  homeDepartmentId: string | null,
  openedAt: Date,
): Replacement => ({
  ...{
    id: `replacement-${postId}-${openedAt.toISOString()}`,
    postId,
    outletId,
    returnedId,
    homeDepartmentId,
    openedAt,
  },
  ...{ nomineeId: null, nominatedById: null, approvedAt: null, approvedById: null, version: 1 },
});

export class ReplacementNotAllowed extends DomainError {
  readonly code = "REPLACEMENT_NOT_ALLOWED";
  constructor(
    reason: "NOT_HOME_UNIT" | "NOT_MANAGING_BODY" | "NOBODY_NOMINATED" | "APPROVED_ALREADY" | "NOMINEE_NOT_FREE",
  ) {
    super(
      {
        zh: "替换人员由派驻单位重新选派(本人及已有岗位者除外),经政务服务管理机构同意后上岗。",
        en: "The home unit sends somebody else, who is not the one returned and holds no post; the managing body approves before they are on post.",
      },
      { reason },
      plans.R173,
    );
  }
}

/** @param outletIds  the outlet followed by those above it */
const managesPlace = ({ kind, claims }: Caller, outletIds: readonly string[]): boolean =>
  kind === "STAFF" &&
  (claims.role === "CENTRE_DIRECTOR" || claims.role === "COORDINATOR") &&
  outletIds.includes(claims.outletId ?? "");

const sends = (caller: Caller, { homeDepartmentId }: Replacement, outletIds: readonly string[]): boolean =>
  homeDepartmentId === null
    ? managesPlace(caller, outletIds)
    : caller.kind === "STAFF" && caller.claims.role === "DIRECTOR" && caller.claims.departmentId === homeDepartmentId;

/** Whether the caller takes part in the replacement, or supervises it. */
export const seesReplacement = (caller: Caller, replacement: Replacement, outletIds: readonly string[]): boolean =>
  managesPlace(caller, outletIds) ||
  sends(caller, replacement, outletIds) ||
  (caller.kind === "STAFF" && caller.claims.role === "SUPERVISOR" && outletIds.includes(caller.claims.outletId ?? ""));

/** @throws ReplacementNotAllowed */
export function nominate(
  current: Replacement,
  caller: Caller,
  outletIds: readonly string[],
  nominee: { readonly id: string; readonly holdsPost: boolean },
): Replacement {
  if (!sends(caller, current, outletIds)) throw new ReplacementNotAllowed("NOT_HOME_UNIT");
  if (current.approvedAt) throw new ReplacementNotAllowed("APPROVED_ALREADY");
  if (nominee.id === current.returnedId || nominee.holdsPost) throw new ReplacementNotAllowed("NOMINEE_NOT_FREE");
  const nominatedById = caller.claims.staffId ?? null;
  return { ...current, nomineeId: nominee.id, nominatedById, version: current.version + 1 };
}

/** @throws ReplacementNotAllowed */
export function approve(
  current: Replacement,
  caller: Caller,
  outletIds: readonly string[],
  at: Date,
): Replacement & { readonly nomineeId: string } {
  if (!managesPlace(caller, outletIds)) throw new ReplacementNotAllowed("NOT_MANAGING_BODY");
  const { nomineeId } = current;
  if (current.approvedAt) throw new ReplacementNotAllowed("APPROVED_ALREADY");
  if (nomineeId === null) throw new ReplacementNotAllowed("NOBODY_NOMINATED");
  return {
    ...current,
    nomineeId,
    approvedAt: at,
    approvedById: caller.claims.staffId ?? null,
    version: current.version + 1,
  };
}
