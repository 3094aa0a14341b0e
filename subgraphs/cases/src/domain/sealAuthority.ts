import type { Caller } from "@yimen/kernel/caller";
import { requireStaff, rowScope } from "./authority.js";
import type { SealUse } from "./seal.js";
import { NotYourSeal } from "./sealRefusals.js";

/** Who oversees seals: everything, a department's own, those of the hall one directs, or of one's jurisdiction. */
export type SealScope = "ALL" | { readonly departmentId: string } | { readonly outletIds: readonly string[] };

/** The uses of seals that the caller may know of; `null` for none. Overseers, the department, the centre's director. */
export function sealScope(caller: Caller): SealScope | null {
  const scope = rowScope(caller);
  if (scope === "ALL") return "ALL";
  if (caller.kind !== "STAFF" || scope === "PUBLIC") return null;
  if (scope.departmentId) return { departmentId: scope.departmentId };
  if (scope.outletIds) return { outletIds: scope.outletIds };
  return caller.claims.role === "CENTRE_DIRECTOR" && scope.outletId ? { outletIds: [scope.outletId] } : null;
}

/** @throws NotYourSeal */
export function requireSealScope(caller: Caller): SealScope {
  const scope = sealScope(caller);
  if (!scope) throw new NotYourSeal();
  return scope;
}

/** Whether that scope covers a use of a seal. */
export const covers = (scope: SealScope | null, use: Pick<SealUse, "departmentId" | "outletId">): boolean =>
  scope === "ALL" ||
  (scope !== null &&
    ("departmentId" in scope ? scope.departmentId === use.departmentId : scope.outletIds.includes(use.outletId)));

/** Whoever is of the department may put its seal to paper, rightly or not. @throws StaffOnly, NotYourSeal */
export function requireSealUser(caller: Caller, departmentId: string): { staffId: string; outletId: string } {
  const staffId = requireStaff(caller);
  const { outletId } = caller.claims;
  if (caller.claims.departmentId !== departmentId || !outletId) throw new NotYourSeal();
  return { staffId, outletId };
}

const closers = ["SUPERVISOR", "COORDINATOR", "CENTRE_DIRECTOR"];

/** Alerts are closed by who oversees, never by who used the seal (R126). @throws StaffOnly, NotYourSeal */
export function requireAlertCloser(caller: Caller, use: SealUse): string {
  const staffId = requireStaff(caller);
  if (!closers.includes(caller.claims.role ?? "") || !covers(sealScope(caller), use) || staffId === use.usedById) {
    throw new NotYourSeal();
  }
  return staffId;
}
