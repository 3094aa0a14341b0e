import { OutletTakesNoBundles } from "./bundleRefusals.js";
import type { MatterFacts } from "./duty.js";

/** What the staff subgraph says of a window. */
export interface WindowFacts {
  readonly kind: string;
  readonly departmentIds: readonly string[];
}

/** Bundles are handed in at a one-thing window or a comprehensive one (R071). */
export const takesBundles = (windowKind: string): boolean =>
  windowKind === "ONE_THING" || windowKind === "COMPREHENSIVE";

/** One of the outlet's windows can take all of the bundle: what comes online is taken up there. @throws OutletTakesNoBundles */
export function requireTakesBundle(
  { outletId, windows }: { readonly outletId: string; readonly windows: readonly WindowFacts[] },
  { bundleId, matters }: { readonly bundleId: string; readonly matters: readonly Pick<MatterFacts, "departmentId">[] },
): void {
  const taken = windows.some(
    ({ kind, departmentIds }) =>
      takesBundles(kind) && matters.every(({ departmentId }) => departmentIds.includes(departmentId)),
  );
  if (!taken) throw new OutletTakesNoBundles(outletId, bundleId);
}
