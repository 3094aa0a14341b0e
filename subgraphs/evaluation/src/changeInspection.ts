import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type Work, workerFor } from "./domain/authority.js";
import { decideInspection, evolveInspection, type Inspection, type InspectionCommand } from "./domain/inspection.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { requireVersion } from "./store/changedMeanwhile.js";
import { getInspection, saveInspection } from "./store/inspectionStore.js";

/** What every change of an inspection comes with. */
export interface InspectionStepInput extends MutationInput {
  readonly inspectionId: string;
  readonly version?: number;
}

/**
 * Records or resolves a finding of an inspection.
 *
 * @throws NotFound, NotYourWork, ChangedMeanwhile, and what `decideInspection` refuses
 */
export async function changeInspection<I extends InspectionStepInput>(
  { db, caller, clock }: Context,
  mutation: string,
  work: Work,
  input: I,
  command: (act: { by: string; on: PlainDate }) => InspectionCommand,
): Promise<Inspection> {
  const id = await runOnce(db, caller, mutation, input, async (tx) => {
    const current = await getInspection(tx, input.inspectionId);
    const at = clock();
    const act = { by: workerFor(work, caller, current.outletId), on: officeDay(at) };
    requireVersion(current, input.version);
    const event = decideInspection(current, command(act));
    await saveInspection(tx, evolveInspection(current, event), event, at);
    return current.id;
  });
  return getInspection(db, id);
}
