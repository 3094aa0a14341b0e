import { byKey, groupByKey } from "@yimen/kernel/loader";
import { findAppraisals, findAppraisalsOfStaff, findFollowUpsOfAppraisals } from "./store/appraisalStore.js";
import type { Db } from "./store/db.js";
import { findReplacements } from "./store/replacementStore.js";
import { findTransfers } from "./store/transferStore.js";

type Ids = readonly string[];

/** What is read of appraisals, replacements and transfers, in batches. Who may see them is settled in `visibleAppraisals.ts`. */
export const appraisalLoaders = ({ db }: { readonly db: Db }, options?: { readonly cache: boolean }) => ({
  appraisalById: byKey(
    (ids: Ids) => findAppraisals(db, ids),
    ({ id }) => id,
    options,
  ),
  appraisalsOf: groupByKey(
    (ids: Ids) => findAppraisalsOfStaff(db, ids),
    ({ staffId }) => staffId,
    options,
  ),
  followUpsOf: groupByKey(
    (ids: Ids) => findFollowUpsOfAppraisals(db, ids),
    ({ appraisalId }) => appraisalId,
    options,
  ),
  replacementById: byKey(
    (ids: Ids) => findReplacements(db, ids),
    ({ id }) => id,
    options,
  ),
  transferById: byKey(
    (ids: Ids) => findTransfers(db, ids),
    ({ id }) => id,
    options,
  ),
});
