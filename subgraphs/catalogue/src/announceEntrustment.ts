import { randomUUID } from "node:crypto";
import type { Context } from "./context.js";
import type { Entrustment } from "./domain/entrustment.js";
import { checkMaintains } from "./domain/maintenance.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import { getEntrustment, insertEntrustment } from "./store/entrustmentStore.js";

export interface AnnounceEntrustmentInput
  extends MutationInput,
    Pick<
      Entrustment,
      | "regionId"
      | "departmentId"
      | "mode"
      | "announcedOn"
      | "announcement"
      | "checklist"
      | "samples"
      | "chiefRepresentativeId"
    > {}

/**
 * Announces how a department will be present in the hall (R057). Nothing changes for applicants until it is activated.
 *
 * @throws NotYoursToMaintain, EntrustmentExists
 */
export async function announceEntrustment(context: Context, input: AnnounceEntrustmentInput): Promise<Entrustment> {
  const { caller, clock, db } = context;
  checkMaintains(caller, input.departmentId);
  const { clientMutationId: _, ...terms } = input;
  const id = await runOnce(context, "announceEntrustment", input, async (tx) => {
    const announced: Entrustment = {
      ...terms,
      id: randomUUID(),
      status: "ANNOUNCED",
      activatedOn: null,
      endedOn: null,
      version: 1,
    };
    const { mode, announcedOn } = announced;
    await insertEntrustment(tx, announced);
    await append(
      tx,
      { ...announced, stream: "ENTRUSTMENT" },
      { type: "EntrustmentAnnounced", mode, announcedOn, by: caller.subject ?? "" },
      clock(),
    );
    return announced.id;
  });
  return getEntrustment(db, id);
}
