import { type ChangeBundleInput, changeBundle } from "./changeBundle.js";
import type { Context } from "./context.js";
import { NotYourCase, requireStaff } from "./domain/authority.js";
import { BundleNotCollected } from "./domain/bundleRefusals.js";
import { takesBundles } from "./domain/bundleWindow.js";
import { isClosed } from "./domain/case.js";
import { NotYourOutlet, requireMayTakeBundle } from "./domain/duty.js";
import { checkPage } from "./domain/page.js";
import { bundlesVisibleTo, type VisibleBundleCase } from "./loaders.js";
import { listUntakenBundles, moveBundleCase, type StoredBundleCase } from "./store/bundleCaseStore.js";

/** What a window does with bundles that were handed in online (R064, R069). */

/**
 * A window takes up all of a bundle that waits online, or takes it over from another one of the outlet: the parent and
 * every sub-case that is not closed. Who may is who may take the bundle in at that window.
 *
 * @throws the refusals of `duty.ts`, NotHandedInOnline, BundleNotCollected, CaseChangedMeanwhile, SiblingUnavailable
 */
export const takeUpBundle = (
  context: Context,
  input: ChangeBundleInput & { readonly windowId: string },
): Promise<StoredBundleCase> =>
  changeBundle(context, "takeUpBundle", input, async (bundle, subCases) => {
    const { caller, catalogue, staff, clock } = context;
    const { windowId } = input;
    const at = clock();
    const open = subCases.filter((one) => !isClosed(one));
    const [duty, ...matters] = await Promise.all([
      staff.duty(requireStaff(caller), windowId, at),
      ...open.map(({ matterId }) => catalogue.matter(matterId)),
    ]);
    if (duty.outletId !== bundle.outletId) throw new NotYourCase();
    requireMayTakeBundle(duty, matters, caller.claims.outletId);
    if (open.length === 0) throw new BundleNotCollected(bundle.id);
    const by = { staffId: duty.staffId, actingForId: duty.actingForId };
    return {
      commands: open.map((subCase) => ({ subCase, command: { type: "takeUp", at, windowId, by } })),
      parent: (tx) => moveBundleCase(tx, bundle, { windowId, at, by }),
    };
  });

/**
 * The bundles that wait online for a window like this one: of its outlet, and of departments that it all serves (R055,
 * R071). Who may take one up is asked again when somebody does.
 *
 * @throws StaffOnly, NotYourOutlet, PageTooLarge, DutyUnknown, SiblingUnavailable
 */
export async function bundlesWaitingOnline(
  { db, caller, staff, clock }: Context,
  windowId: string,
  first: number,
): Promise<VisibleBundleCase[]> {
  const staffId = requireStaff(caller);
  checkPage(first);
  const { outletId, windowKind, windowDepartmentIds } = await staff.duty(staffId, windowId, clock());
  if (caller.claims.outletId !== outletId) throw new NotYourOutlet(outletId);
  if (!takesBundles(windowKind)) return [];
  return bundlesVisibleTo(caller, await listUntakenBundles(db, outletId, windowDepartmentIds, first));
}
