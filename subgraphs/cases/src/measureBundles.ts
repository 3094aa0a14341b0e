import { instantOf } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type BundleShare, bundleShare } from "./domain/bundleShare.js";
import { YearNotValid } from "./domain/refusals.js";
import { countBundles } from "./store/bundleCounts.js";

/** The share of bundles among the cases a region took in within a year (R070). @throws YearNotValid */
export async function measureBundles({ db }: Context, regionId: string, year: number): Promise<BundleShare> {
  if (year < 2000 || year > 2100) throw new YearNotValid(year);
  const from = (of: number) => instantOf(`${of}-01-01` as PlainDate, "00:00");
  return bundleShare(await countBundles(db, regionId, from(year), from(year + 1)));
}
