import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { requireStaff } from "./domain/authority.js";
import { BundleAcceptedTogether } from "./domain/bundleRefusals.js";
import { requireMayAccept } from "./domain/duty.js";
import { windowOf } from "./domain/online.js";
import type { StoredCase } from "./store/caseStore.js";
import { isBarred } from "./store/creditStore.js";

export interface AcceptCaseInput extends ChangeInput {
  /** The applicant has committed in writing to bring the outstanding deferrable materials (容缺). */
  readonly committed: boolean;
}

/**
 * Accepts a collected case (受理): the promise begins to run. Who may accept is asked again, since the shift may have
 * changed since it was collected.
 *
 * @throws the refusals of `duty.ts`, NotTakenUp, BundleAcceptedTogether, MaterialsMissing, CreditBarred, TransitionNotAllowed, SiblingUnavailable
 */
export const acceptCase = (context: Context, input: AcceptCaseInput): Promise<StoredCase> =>
  changeCase(context, "acceptCase", input, async (current) => {
    const { db, caller, catalogue, staff, clock } = context;
    if (current.bundleCaseId) throw new BundleAcceptedTogether(current.bundleCaseId);
    const at = clock();
    const [matter, duty, barred] = await Promise.all([
      catalogue.matter(current.matterId),
      staff.duty(requireStaff(caller), windowOf(current), at),
      isBarred(db, current.regionId, current.id),
    ]);
    requireMayAccept(duty, matter, caller.claims.outletId);
    return { type: "accept", at, duty, committed: input.committed, barred };
  });
