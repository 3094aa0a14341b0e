import type { Clock } from "@yimen/kernel/clock";
import { byKey, groupByKey } from "@yimen/kernel/loader";
import type { Batch } from "./domain/batch.js";
import { itemOf } from "./domain/matter.js";
import { findBatchesOfMatters } from "./store/batchStore.js";
import { findBundles } from "./store/bundleStore.js";
import type { Db } from "./store/db.js";
import { findCurrentEntrustments } from "./store/entrustmentStore.js";
import { findGuides, findGuidesAt, findGuidesOfMatters } from "./store/guideStore.js";
import { findExemptions } from "./store/hallExemptionStore.js";
import { findMatters, findMattersByItem } from "./store/matterStore.js";
import { findMeasuresOfMatters } from "./store/optimisationMeasureStore.js";
import { findRepealedBases } from "./store/repealedBasisStore.js";

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
  implementationsOf: groupByKey((items: readonly string[]) => findMattersByItem(db, items), itemOf, options),
  measuresOf: groupByKey(
    (ids: readonly string[]) => findMeasuresOfMatters(db, ids),
    ({ matterId }) => matterId,
    options,
  ),
  exemptionOf: byKey(
    (ids: readonly string[]) => findExemptions(db, ids),
    ({ matterId }) => matterId,
    options,
  ),
  repealedIn: groupByKey(
    (regionIds: readonly string[]) => findRepealedBases(db, regionIds),
    ({ regionId }) => regionId,
    options,
  ),
  membershipsOf: groupByKey(
    async (ids: readonly string[]) => (await findBatchesOfMatters(db, ids)).flatMap(membershipsIn),
    ({ matterId }) => matterId,
    options,
  ),
  bundleById: byKey(
    (ids: readonly string[]) => findBundles(db, ids),
    ({ id }) => id,
    options,
  ),
});

const membershipsIn = (batch: Batch) => batch.entries.map(({ matterId }) => ({ matterId, batch }));
