import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import type { CatalogueEvent } from "./domain/catalogueEvent.js";
import { checkExemption, type ExemptionReason } from "./domain/hallPresence.js";
import { checkOffice } from "./domain/maintenance.js";
import type { Matter } from "./domain/matter.js";
import { rules } from "./domain/rules.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import type { Tx } from "./store/db.js";
import { deleteExemption, saveExemption } from "./store/hallExemptionStore.js";
import { getMatter, requireVersion, saveMatter } from "./store/matterStore.js";

interface ChangeExemptionInput extends MutationInput {
  readonly matterId: string;
  /** The matter's version the client has seen; left out, whatever is stored. */
  readonly version?: number | null;
}

export interface ExemptFromHallInput extends ChangeExemptionInput {
  readonly reason: ExemptionReason;
  readonly note: string;
}

/**
 * Lets a matter stay away from the hall, for a reason that is published (R053).
 *
 * @throws CoordinationOfficeOnly, MatterChangedMeanwhile, ExemptionWithoutReason
 */
export const exemptFromHall = (context: Context, input: ExemptFromHallInput): Promise<Matter> =>
  change(context, "exemptFromHall", input, async (tx, { id, regionId }, by) => {
    const { reason, note } = input;
    const exemption = { matterId: id, regionId, reason, note, decidedOn: officeDay(context.clock()), decidedBy: by };
    checkExemption(exemption);
    await saveExemption(tx, exemption);
    return { type: "HallExemptionGranted", reason, by };
  });

/** Ends it: the matter is due in the hall again. Ending what is not there changes nothing. @throws CoordinationOfficeOnly */
export const endHallExemption = (context: Context, input: ChangeExemptionInput): Promise<Matter> =>
  change(context, "endHallExemption", input, async (tx, { id }, by) =>
    (await deleteExemption(tx, id)) ? { type: "HallExemptionEnded", by } : null,
  );

async function change<I extends ChangeExemptionInput>(
  context: Context,
  mutation: string,
  input: I,
  act: (tx: Tx, matter: Matter, by: string) => Promise<CatalogueEvent | null>,
): Promise<Matter> {
  const { caller, clock, db } = context;
  checkOffice(caller, rules.R053);
  const id = await runOnce(context, mutation, input, async (tx) => {
    const matter = await getMatter(tx, input.matterId);
    requireVersion(matter, input.version);
    const event = await act(tx, matter, caller.subject ?? "");
    if (!event) return matter.id;
    const next = { ...matter, version: matter.version + 1 };
    await saveMatter(tx, next);
    await append(tx, { ...next, stream: "MATTER" }, event, clock());
    return next.id;
  });
  return getMatter(db, id);
}
