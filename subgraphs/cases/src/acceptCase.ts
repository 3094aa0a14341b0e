import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { requireStaff } from "./domain/authority.js";
import { requireMayAccept } from "./domain/duty.js";
import type { StoredCase } from "./store/caseStore.js";

export interface AcceptCaseInput extends ChangeInput {
  /** The applicant has committed in writing to bring the outstanding deferrable materials (容缺). */
  readonly committed: boolean;
}

/**
 * Accepts a collected case (受理): the promise begins to run. Who may accept is asked again, since the shift may have
 * changed since it was collected.
 *
 * @throws the refusals of `duty.ts`, MaterialsMissing, TransitionNotAllowed, SiblingUnavailable
 */
export const acceptCase = (context: Context, input: AcceptCaseInput): Promise<StoredCase> =>
  changeCase(context, "acceptCase", input, async (current) => {
    const { caller, catalogue, staff, clock } = context;
    const at = clock();
    const [matter, duty] = await Promise.all([
      catalogue.matter(current.matterId),
      staff.duty(requireStaff(caller), current.windowId, at),
    ]);
    requireMayAccept(duty, matter, caller.claims.outletId);
    return { type: "accept", at, duty, committed: input.committed };
  });
