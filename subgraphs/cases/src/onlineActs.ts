import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { NotYourCase, requireStaff } from "./domain/authority.js";
import { BundleTakenUpTogether } from "./domain/bundleRefusals.js";
import { requireMayAccept } from "./domain/duty.js";
import type { HandedIn } from "./domain/handedIn.js";
import type { StoredCase } from "./store/caseStore.js";
import { insertDocuments } from "./store/documentStore.js";

/** What is done with a case that was handed in online, beside what windows and departments do with every case (R064). */

/**
 * A window takes up what waits online: from then on it pre-reviews it, and everything else is done as with a case handed
 * in there. Who may is who may accept the matter at that window.
 *
 * @throws the refusals of `duty.ts`, NotHandedInOnline, BundleTakenUpTogether, TransitionNotAllowed, SiblingUnavailable
 */
export const takeUpCase = (context: Context, input: ChangeInput & { readonly windowId: string }) =>
  changeCase(context, "takeUpCase", input, async (current) => {
    if (current.bundleCaseId) throw new BundleTakenUpTogether(current.bundleCaseId);
    const { caller, catalogue, staff, clock } = context;
    const at = clock();
    const [matter, duty] = await Promise.all([
      catalogue.matter(current.matterId),
      staff.duty(requireStaff(caller), input.windowId, at),
    ]);
    if (duty.outletId !== current.outletId) throw new NotYourCase();
    requireMayAccept(duty, matter, caller.claims.outletId);
    return {
      type: "takeUp",
      at,
      windowId: input.windowId,
      by: { staffId: duty.staffId, actingForId: duty.actingForId },
    };
  });

/** The applicant, or the agent's outlet for the applicant, hands in what was missing or is to be put right. @throws NotYourCase, and what `suppliedBy` refuses */
export const supplyMaterials = (context: Context, input: ChangeInput & { readonly materials: readonly HandedIn[] }) =>
  changeCase(
    context,
    "supplyMaterials",
    input,
    (current) => {
      requireOwn(context, current);
      return { type: "supply", at: context.clock(), materials: input.materials };
    },
    async (tx, { id }) => {
      await insertDocuments(tx, id, input.materials, context.clock());
      return [];
    },
  );

/** The applicant takes back what is not decided yet, without coming. @throws NotYourCase, ReasonRequired, TransitionNotAllowed */
export const withdrawOwnCase = (context: Context, input: ChangeInput & { readonly reason: string }) =>
  changeCase(context, "withdrawOwnCase", input, (current) => {
    requireOwn(context, current);
    return { type: "withdraw", at: context.clock(), reason: input.reason, by: null };
  });

/** @throws NotYourCase */
function requireOwn({ caller }: Context, current: StoredCase): void {
  const { applicantId, outletId } = caller.claims;
  const own = caller.kind === "APPLICANT" && applicantId !== undefined && applicantId === current.applicantId;
  const represented = caller.kind === "STAFF" && outletId !== undefined && outletId === current.agentOutletId;
  if (!own && !represented) throw new NotYourCase();
}
