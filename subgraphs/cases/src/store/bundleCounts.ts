import type { BundleCounts } from "../domain/bundleShare.js";
import type { Db } from "./db.js";

/** What a region's year came to; confidential cases are counted by nobody outside. */
export async function countBundles(db: Db, regionId: string, from: Date, to: Date): Promise<BundleCounts> {
  const [row] = await db.$queryRaw<BundleCounts[]>`
    select count(*)::int as "cases", count("bundle_case_id")::int as "subCases",
      count(distinct "bundle_case_id")::int as "bundles"
    from "case"
    where "region_id" = ${regionId} and "opened_at" >= ${from} and "opened_at" < ${to} and "confidentiality" = 'NONE'`;
  return row as BundleCounts;
}
