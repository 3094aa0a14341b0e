import { type ChangeBundleInput, changeBundle } from "./changeBundle.js";
import type { Context } from "./context.js";
import { requireOutletStaff } from "./domain/authority.js";
import { typeOf } from "./domain/bundleCase.js";
import { BundleNotCollected, MaterialTypeNotInBundle } from "./domain/bundleRefusals.js";
import type { CaseCommand } from "./domain/caseCommand.js";
import { requireComplete } from "./domain/checklist.js";
import { requireMayTakeBundle } from "./domain/duty.js";
import { windowOf } from "./domain/online.js";
import { allowedFrom } from "./domain/transitions.js";
import { windowActor } from "./onDuty.js";
import type { StoredBundleCase } from "./store/bundleCaseStore.js";
import { isBarred } from "./store/creditStore.js";

/**
 * Accepts all sub-cases of a bundle that wait for it, at one instant: the joint promise begins to run (限时办结).
 * What is missing is told for all of them at once (R089).
 *
 * @throws the refusals of `duty.ts`, NotTakenUp, BundleNotCollected, MaterialsMissing, SiblingUnavailable
 */
export const acceptBundle = (
  context: Context,
  input: ChangeBundleInput & { readonly committed: boolean },
): Promise<StoredBundleCase> =>
  changeBundle(context, "acceptBundle", input, async (bundle, subCases) => {
    const { db, caller, catalogue, staff, clock } = context;
    const staffId = requireOutletStaff(caller, bundle);
    const waiting = subCases.filter(({ status }) => status === "COLLECTED");
    if (waiting.length === 0) throw new BundleNotCollected(bundle.id);
    const at = clock();
    const [duty, barred, ...matters] = await Promise.all([
      staff.duty(staffId, windowOf(bundle), at),
      isBarred(db, bundle.regionId, waiting[0]?.id ?? ""),
      ...waiting.map(({ matterId }) => catalogue.matter(matterId)),
    ]);
    requireMayTakeBundle(duty, matters, caller.claims.outletId);
    requireComplete(
      waiting.flatMap(({ materials }) => materials),
      // What came online came with the word of its applicant.
      input.committed || waiting.every(({ online }) => online?.committed === true),
      barred,
    );
    const command: CaseCommand = { type: "accept", at, duty, committed: input.committed, barred };
    return { commands: waiting.map((subCase) => ({ subCase, command })) };
  });

/**
 * Takes in further papers of the one set: each counts for every sub-case that needs it.
 *
 * @throws StaffOnly, NotYourCase, NotTakenUp, NotOnDuty, MaterialTypeNotInBundle, TransitionNotAllowed
 */
export const receiveBundleMaterials = (
  context: Context,
  input: ChangeBundleInput & { readonly materialTypes: readonly string[] },
): Promise<StoredBundleCase> =>
  changeBundle(context, "receiveBundleMaterials", input, async (bundle, subCases) => {
    const by = await windowActor(context, bundle);
    const at = context.clock();
    const known = new Set(subCases.flatMap(({ materials }) => materials.map(typeOf)));
    const unknown = input.materialTypes.filter((type) => !known.has(type));
    if (unknown.length > 0 || input.materialTypes.length === 0) throw new MaterialTypeNotInBundle(unknown);
    const open: readonly string[] = allowedFrom.receiveMaterials;
    const commands = subCases
      .filter(({ status }) => open.includes(status))
      .map((subCase) => ({
        subCase,
        requirementIds: subCase.materials
          .filter((line) => input.materialTypes.includes(typeOf(line)))
          .map(({ requirementId }) => requirementId),
      }))
      .filter(({ requirementIds }) => requirementIds.length > 0)
      .map(({ subCase, requirementIds }) => ({
        subCase,
        command: { type: "receiveMaterials", at, requirementIds, by } satisfies CaseCommand,
      }));
    return { commands };
  });
