import type { Caller } from "@yimen/kernel/caller";
import type { Appointment } from "./appointment.js";
import { rowScope } from "./authority.js";

/** An appointment is between the outlet and who asked for it; those who oversee see it too. */
export function mayReadAppointment(caller: Caller, { outletId, applicantId }: Appointment): boolean {
  const scope = rowScope(caller);
  if (scope === "ALL" || scope === "PUBLIC") return scope === "ALL";
  if (caller.kind === "APPLICANT") return applicantId !== null && scope.applicantId === applicantId;
  return isOfOutlet(caller, outletId);
}

/** Whether a member of staff works at an outlet, or oversees it. */
export function isOfOutlet(caller: Caller, outletId: string): boolean {
  const scope = rowScope(caller);
  if (scope === "ALL" || caller.claims.outletId === outletId) return true;
  return scope !== "PUBLIC" && (scope.outletIds?.includes(outletId) ?? false);
}
