import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import { type ComplaintCommand, decideComplaint, evolveComplaint } from "./domain/complaint.js";
import { rectifyComplaint } from "./rectifyComplaint.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { requireVersion } from "./store/changedMeanwhile.js";
import { getComplaint, type StoredComplaint, saveComplaint } from "./store/complaintStore.js";

/** What every step of the work on a complaint comes with. */
export interface ComplaintStepInput extends MutationInput {
  readonly complaintId: string;
  readonly version?: number;
}

/**
 * Takes one step of the work on a complaint.
 *
 * @throws NotFound, NotYourWork, ChangedMeanwhile, and what `decideComplaint` refuses
 */
export async function changeComplaint<I extends ComplaintStepInput>(
  { db, caller, clock, calendar }: Context,
  mutation: string,
  input: I,
  command: (act: { by: string; on: PlainDate }) => ComplaintCommand,
): Promise<StoredComplaint> {
  const id = await runOnce(db, caller, mutation, input, async (tx) => {
    const current = await getComplaint(tx, input.complaintId);
    const at = clock();
    const act = { by: workerFor("check", caller, current.outletId), on: officeDay(at) };
    requireVersion(current, input.version);
    const event = decideComplaint(current, command(act));
    await saveComplaint(tx, evolveComplaint(current, event), event, at);
    await rectifyComplaint(tx, current, event, calendar, at);
    return current.id;
  });
  return getComplaint(db, id);
}
