import type { Caller } from "@yimen/kernel/caller";
import { visibility } from "./authority.js";
import type { BundleCase } from "./bundleCase.js";

/**
 * What a caller may see of a parent: all of it as of a case that is the outlet's and the applicant's own; a department
 * sees that it is there, and of the sub-cases its own (R130).
 */
export function bundleVisibility(
  caller: Caller,
  bundle: Pick<BundleCase, "regionId" | "outletId" | "confidentiality" | "applicantId"> & {
    readonly departmentIds: readonly string[];
  },
): "FULL" | "PUBLIC" | "NONE" {
  const { departmentId } = caller.claims;
  const seen = visibility(caller, { ...bundle, departmentId: "" }, bundle.applicantId);
  if (seen !== "NONE") return seen;
  return caller.kind === "STAFF" && departmentId && bundle.departmentIds.includes(departmentId) ? "PUBLIC" : "NONE";
}
