import type { Caller } from "@yimen/kernel/caller";
import type { Appraisal } from "./appraisal.js";
import { type Appraisee, speaksFor } from "./appraiser.js";

/**
 * Results are for the person, the appraising body, and the supervision and coordination above the outlet; for no other
 * colleague or manager, and for no other service.
 *
 * @param outletIds  the outlet of the appraisal followed by those above it
 */
export function seesAppraisal(
  caller: Caller,
  { body, staffId }: Pick<Appraisal, "body" | "staffId">,
  homeDepartmentId: string | null,
  outletIds: readonly string[],
): boolean {
  if (caller.kind !== "STAFF") return false;
  if (caller.claims.staffId === staffId) return true;
  const supervises = caller.claims.role === "SUPERVISOR" && outletIds.includes(caller.claims.outletId ?? "");
  const appraisee: Appraisee = { staffId, homeDepartmentId, police: body === "TOWN_AND_HOME_UNIT" };
  return supervises || speaksFor(caller, body, appraisee, outletIds);
}
