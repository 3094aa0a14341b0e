import type { Context } from "./context.js";
import { rowScope } from "./domain/authority.js";
import { checkPage } from "./domain/page.js";
import { bundlesVisibleTo, type VisibleBundleCase } from "./loaders.js";
import { type BundleCaseFilter, listBundleCases } from "./store/bundleCaseStore.js";

/** The bundles the caller may know of, newest first. @throws PageTooLarge */
export async function listVisibleBundles(
  { db, caller }: Context,
  { mine, ...filter }: BundleCaseFilter & { readonly mine?: boolean | null },
  first: number,
): Promise<VisibleBundleCase[]> {
  checkPage(first);
  const own = caller.kind === "APPLICANT" ? caller.claims.applicantId : undefined;
  if (mine && own === undefined) return [];
  const narrowed = { ...filter, applicantId: mine ? own : undefined };
  return bundlesVisibleTo(caller, await listBundleCases(db, narrowed, rowScope(caller), first));
}
