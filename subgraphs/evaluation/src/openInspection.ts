import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import {
  evolveInspection,
  type Inspection,
  type InspectionId,
  type InspectionMode,
  type InspectionSource,
} from "./domain/inspection.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { getInspection, insertInspection } from "./store/inspectionStore.js";

export interface OpenInspectionInput extends MutationInput {
  readonly outletId: string;
  readonly mode: InspectionMode;
  readonly source: InspectionSource;
}

/**
 * Opens an inspection of an outlet (R192, R194).
 *
 * @throws NotYourWork
 */
export async function openInspection({ db, caller, clock }: Context, input: OpenInspectionInput): Promise<Inspection> {
  const { outletId, mode, source } = input;
  const openedBy = workerFor("inspect", caller, outletId);
  const id = await runOnce(db, caller, "openInspection", input, async (tx) => {
    const at = clock();
    const identity = { id: randomUUID() as InspectionId, openedOn: officeDay(at), openedBy };
    const event = { type: "InspectionOpened", ...identity, outletId, mode, source } as const;
    await insertInspection(tx, evolveInspection(null, event), event, at);
    return event.id;
  });
  return getInspection(db, id);
}
