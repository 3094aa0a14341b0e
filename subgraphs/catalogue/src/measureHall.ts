import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { standingOn } from "./domain/batch.js";
import { isEffective } from "./domain/entrustment.js";
import { type HallPresence, hallPresence } from "./domain/hallPresence.js";
import { isAboveTowns, presentButNotAuthorised } from "./domain/townPowers.js";
import { findBatchesOfRegion } from "./store/batchStore.js";
import { findEntrustmentsOfRegion } from "./store/entrustmentStore.js";
import { findExemptionsOfRegion } from "./store/hallExemptionStore.js";
import { findMattersOfRegion } from "./store/matterStore.js";

/** How a region's own matters in use stand to its hall today (R053); what towns and villages exercise is not due there. */
export async function measureHall({ db }: Context, regionId: string): Promise<HallPresence> {
  const [matters, entrustments, exemptions] = await Promise.all([
    findMattersOfRegion(db, regionId),
    findEntrustmentsOfRegion(db, regionId),
    findExemptionsOfRegion(db, regionId),
  ]);
  return hallPresence(
    matters.filter((matter) => matter.state === "IN_USE" && isAboveTowns(matter)),
    new Set(entrustments.filter(isEffective).map(({ departmentId }) => departmentId)),
    new Set(exemptions.map(({ matterId }) => matterId)),
  );
}

/** Ids of what towns' centres take today and may not decide (R052). */
export async function notAuthorisedInTowns({ db, clock }: Context, regionId: string): Promise<string[]> {
  const [matters, batches] = await Promise.all([
    findMattersOfRegion(db, regionId),
    findBatchesOfRegion(db, regionId, "DELEGATION"),
  ]);
  return presentButNotAuthorised(
    matters.filter(({ state }) => state === "IN_USE"),
    standingOn(batches, "DELEGATION", officeDay(clock())),
  );
}
