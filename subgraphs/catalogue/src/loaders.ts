import type { Clock } from "@yimen/kernel/clock";
import { byKey, groupByKey } from "@yimen/kernel/loader";
import { findBundles } from "./store/bundleStore.js";
import type { Db } from "./store/db.js";
import { findCurrentEntrustments } from "./store/entrustmentStore.js";
import { findGuides, findGuidesAt, findGuidesOfMatters } from "./store/guideStore.js";
import { findMatters } from "./store/matterStore.js";

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * One set per request; what is public is the same for everybody. A subscription keeps its context for its whole life,
 * so it must pass `{ cache: false }`: batching stays, but the second event does not see the first one's rows.
 */
export const createLoaders = ({ db, clock }: { db: Db; clock: Clock }, options?: { cache: boolean }) => ({
  matterById: byKey(
    (ids: readonly string[]) => findMatters(db, ids),
    ({ id }) => id,
    options,
  ),
  guideById: byKey(
    (ids: readonly string[]) => findGuides(db, ids),
    ({ id }) => id,
    options,
  ),
  guideNowOf: byKey(
    (ids: readonly string[]) => findGuidesAt(db, ids, clock()),
    ({ matterId }) => matterId,
    options,
  ),
  guidesOf: groupByKey(
    (ids: readonly string[]) => findGuidesOfMatters(db, ids),
    ({ matterId }) => matterId,
    options,
  ),
  presenceOf: byKey(
    (ids: readonly string[]) => findCurrentEntrustments(db, ids),
    ({ departmentId }) => departmentId,
    options,
  ),
  bundleById: byKey(
    (ids: readonly string[]) => findBundles(db, ids),
    ({ id }) => id,
    options,
  ),
});
