import type { Context } from "./context.js";
import { rowScope } from "./domain/authority.js";
import { checkPage } from "./domain/page.js";
import { bundlesVisibleTo, type VisibleBundleCase } from "./loaders.js";
import { type BundleCaseFilter, listBundleCases } from "./store/bundleCaseStore.js";

/** The bundles the caller may know of, newest first. @throws PageTooLarge */
export async function listVisibleBundles(
  { db, caller }: Context,
  filter: BundleCaseFilter,
  first: number,
): Promise<VisibleBundleCase[]> {
  checkPage(first);
  return bundlesVisibleTo(caller, await listBundleCases(db, filter, rowScope(caller), first));
}
