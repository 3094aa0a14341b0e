import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { DORMANT, isDormant } from "./domain/dormancy.js";
import { checkCoordinates } from "./domain/maintenance.js";
import type { Matter } from "./domain/matter.js";
import { suspend } from "./domain/matterState.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import { findMatters, findMattersOfRegion, saveMatter } from "./store/matterStore.js";

export interface SuspendDormantInput extends MutationInput {
  readonly regionId: string;
}

/**
 * Suspends every matter of a region that nobody applied for in three years (R043). Doing it again does nothing more.
 * Whether anybody applied is asked of the cases subgraph; without its answer nothing is suspended.
 *
 * @returns the matters suspended
 * @throws CoordinatorNeeded, SiblingUnavailable, MatterChangedMeanwhile
 */
export async function suspendDormantMatters(context: Context, input: SuspendDormantInput): Promise<Matter[]> {
  const { caller, clock, db } = context;
  checkCoordinates(caller, input.regionId);
  const now = clock();
  const dormant = await findDormant(context, input.regionId, officeDay(now));
  const by = caller.subject ?? "";
  const ids = await runOnce(context, "suspendDormantMatters", input, async (tx) => {
    const suspended = dormant.map((matter) => suspend(matter, DORMANT));
    for (const next of suspended) await saveMatter(tx, next);
    for (const next of suspended) {
      await append(tx, { ...next, stream: "MATTER" }, { type: "MatterSuspended", reason: DORMANT, by }, now);
    }
    return JSON.stringify(suspended.map(({ id }) => id));
  });
  return findMatters(db, JSON.parse(ids) as string[]);
}

async function findDormant({ db, cases }: Context, regionId: string, today: PlainDate): Promise<Matter[]> {
  const candidates = (await findMattersOfRegion(db, regionId)).filter((matter) => isDormant(matter, today));
  const lastApplications = await cases.lastApplications(candidates.map(({ id }) => id));
  return candidates.filter((matter) =>
    isDormant({ ...matter, lastApplicationOn: lastApplications.get(matter.id) ?? matter.lastApplicationOn }, today),
  );
}
