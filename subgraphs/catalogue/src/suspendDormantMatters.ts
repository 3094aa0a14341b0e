import { officeDay } from "@yimen/workdays/instant";
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
 *
 * @returns the matters suspended
 * @throws CoordinatorNeeded
 */
export async function suspendDormantMatters(context: Context, input: SuspendDormantInput): Promise<Matter[]> {
  const { caller, clock, db } = context;
  checkCoordinates(caller, input.regionId);
  const ids = await runOnce(context, "suspendDormantMatters", input, async (tx) => {
    const now = clock();
    const today = officeDay(now);
    const dormant = (await findMattersOfRegion(tx, input.regionId)).filter((matter) => isDormant(matter, today));
    for (const matter of dormant) {
      const next = suspend(matter, DORMANT);
      await saveMatter(tx, next);
      await append(
        tx,
        { ...next, stream: "MATTER" },
        { type: "MatterSuspended", reason: DORMANT, by: caller.subject ?? "" },
        now,
      );
    }
    return JSON.stringify(dormant.map(({ id }) => id));
  });
  return findMatters(db, JSON.parse(ids) as string[]);
}
