import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { checkMaintains } from "./domain/maintenance.js";
import type { Matter } from "./domain/matter.js";
import { checkMeasure, type OptimisationMeasure } from "./domain/optimisationMeasure.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import { getMatter, requireVersion, saveMatter } from "./store/matterStore.js";
import { insertMeasures } from "./store/optimisationMeasureStore.js";

export interface RecordMeasureInput
  extends MutationInput,
    Pick<OptimisationMeasure, "matterId" | "kind" | "description" | "takenOn"> {
  /** The matter's version the client has seen; left out, whatever is stored. */
  readonly version?: number | null;
}

/**
 * Notes what was done to make a matter leaner (R041).
 *
 * @throws NotYoursToMaintain, MatterChangedMeanwhile, MeasureNotTaken
 */
export async function recordMeasure(context: Context, input: RecordMeasureInput): Promise<Matter> {
  const { caller, clock, db } = context;
  const id = await runOnce(context, "recordOptimisationMeasure", input, async (tx) => {
    const matter = await getMatter(tx, input.matterId);
    checkMaintains(caller, matter.departmentId);
    requireVersion(matter, input.version);
    const { kind, description, takenOn } = input;
    const { regionId } = matter;
    const by = caller.subject ?? "";
    const said = { kind, description, takenOn, regionId, matterId: matter.id };
    const measure: OptimisationMeasure = { ...said, id: randomUUID(), recordedBy: by, source: null };
    checkMeasure(measure, officeDay(clock()));
    const next = { ...matter, version: matter.version + 1 };
    await saveMatter(tx, next);
    await insertMeasures(tx, [measure]);
    const event = { type: "OptimisationMeasureRecorded", measureId: measure.id, by } as const;
    await append(tx, { ...next, stream: "MATTER" }, event, clock());
    return next.id;
  });
  return getMatter(db, id);
}
