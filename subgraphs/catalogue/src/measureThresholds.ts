import { instantOf } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type Demands, type ThresholdTrend, thresholdTrend } from "./domain/threshold.js";
import { findGuidesAt } from "./store/guideStore.js";
import { findMattersOfRegion } from "./store/matterStore.js";

/** What a region's matters asked at the end of one day, against the end of another (R075). */
export async function measureThresholds(
  { db }: Context,
  regionId: string,
  { since, asOf }: { since: PlainDate; asOf: PlainDate },
): Promise<ThresholdTrend> {
  const matters = await findMattersOfRegion(db, regionId);
  const ids = matters.filter(({ state }) => state !== "CANCELLED").map(({ id }) => id);
  const demandsAt = async (day: PlainDate): Promise<Demands[]> =>
    (await findGuidesAt(db, ids, instantOf(day, "24:00"))).map(({ matterId, materials, steps, onSiteVisits }) => ({
      ...{ matterId, onSiteVisits },
      materials: materials.length,
      steps: steps.length,
    }));
  const [before, now] = await Promise.all([demandsAt(since), demandsAt(asOf)]);
  return thresholdTrend(before, now);
}
