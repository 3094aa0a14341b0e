import { type Progress, progressOf } from "./caseProgress.js";
import type { Context } from "./context.js";
import { bundleDueOn } from "./domain/bundleCase.js";
import { findBundleCasesByNo } from "./store/bundleCaseStore.js";
import { findCasesOfBundles } from "./store/caseStore.js";

/** How far a bundle is, without a word about who applied. */
export interface BundleProgress {
  readonly bundleNo: string;
  readonly bundleId: string;
  readonly closedAt: Date | null;
  readonly dueOn: string | null;
  readonly cases: readonly Progress[];
}

/** As `caseProgress`, for the one receipt of a bundle (R069, R211). @returns `null` when number or secret is wrong */
export async function bundleProgress(
  { db, receipts, clock }: Context,
  bundleNo: string,
  secret: string,
): Promise<BundleProgress | null> {
  const [found] = await findBundleCasesByNo(db, [bundleNo.trim()]);
  const matches = receipts.matches("bundle", found?.id ?? "no such bundle", secret);
  if (!found || !matches) return null;
  const now = clock();
  const subCases = await findCasesOfBundles(db, [found.id]);
  return {
    bundleNo: found.bundleNo,
    bundleId: found.bundleId,
    closedAt: found.closedAt,
    dueOn: bundleDueOn(found, subCases, now),
    cases: await progressOf(db, subCases, now),
  };
}
