import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { activate, type Entrustment, end } from "./domain/entrustment.js";
import { checkMaintains } from "./domain/maintenance.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import type { Tx } from "./store/db.js";
import { getEntrustment, requireVersion, saveEntrustment } from "./store/entrustmentStore.js";
import { findGuidesAt } from "./store/guideStore.js";
import { findMattersOfDepartment } from "./store/matterStore.js";

export interface ChangeEntrustmentInput extends MutationInput {
  readonly entrustmentId: string;
  /** The version the client has seen; left out, whatever is stored. */
  readonly version?: number | null;
}

/**
 * Lets an announced entrustment take effect: from now on the comprehensive window alone accepts (R057). That a
 * certified officer sits there is the staff subgraph's to see to, at every acceptance.
 *
 * @throws NotYoursToMaintain, EntrustmentChangedMeanwhile, EntrustmentTransitionNotAllowed, EntrustmentIncomplete
 */
export const activateEntrustment = (context: Context, input: ChangeEntrustmentInput): Promise<Entrustment> =>
  change(context, "activateEntrustment", input, "EntrustmentActivated", async (tx, current, today) =>
    activate(current, await withoutGuide(tx, current.departmentId, context.clock()), today),
  );

/**
 * Ends it: the department accepts itself again.
 *
 * @throws NotYoursToMaintain, EntrustmentChangedMeanwhile, EntrustmentTransitionNotAllowed
 */
export const endEntrustment = (context: Context, input: ChangeEntrustmentInput): Promise<Entrustment> =>
  change(context, "endEntrustment", input, "EntrustmentEnded", async (_, current, today) => end(current, today));

async function change(
  context: Context,
  mutation: string,
  input: ChangeEntrustmentInput,
  type: "EntrustmentActivated" | "EntrustmentEnded",
  decide: (tx: Tx, current: Entrustment, today: PlainDate) => Promise<Entrustment>,
): Promise<Entrustment> {
  const { caller, clock, db } = context;
  const id = await runOnce(context, mutation, input, async (tx) => {
    const current = await getEntrustment(tx, input.entrustmentId);
    checkMaintains(caller, current.departmentId);
    requireVersion(current, input.version);
    const on = officeDay(clock());
    const next = await decide(tx, current, on);
    await saveEntrustment(tx, next);
    await append(tx, { ...next, stream: "ENTRUSTMENT" }, { type, on, by: caller.subject ?? "" }, clock());
    return next.id;
  });
  return getEntrustment(db, id);
}

/** Ids of the department's matters in use that have no guide at that instant. */
async function withoutGuide(tx: Tx, departmentId: string, at: Date): Promise<string[]> {
  const ids = (await findMattersOfDepartment(tx, departmentId)).map(({ id }) => id);
  const guided = new Set((await findGuidesAt(tx, ids, at)).map(({ matterId }) => matterId));
  return ids.filter((id) => !guided.has(id));
}
