import type { Context } from "./context.js";
import type { Appraisal } from "./domain/appraisal.js";
import { seesAppraisal } from "./domain/appraisalVisibility.js";
import type { Loaders } from "./loaders.js";

/** Those of these appraisals that the caller may see: the one gate for every path that leads to one (I-G1). */
export async function visibleAppraisals(
  { caller, loaders }: Context,
  appraisals: readonly Appraisal[],
): Promise<Appraisal[]> {
  if (caller.kind !== "STAFF") return [];
  const allowed = await Promise.all(
    appraisals.map(async (appraisal) => {
      const workplace = await loaders.workplaceOf.load(appraisal.staffId);
      const outletIds = await outletIdsUpwards(loaders, appraisal.outletId);
      return seesAppraisal(caller, appraisal, workplace?.homeDepartmentId ?? null, outletIds);
    }),
  );
  return appraisals.filter((_, index) => allowed[index]);
}

/** The outlet followed by those above it. */
export async function outletIdsUpwards(loaders: Loaders, outletId: string): Promise<string[]> {
  const outlet = await loaders.outletById.load(outletId);
  return outlet?.parentId ? [outletId, ...(await outletIdsUpwards(loaders, outlet.parentId))] : [outletId];
}
