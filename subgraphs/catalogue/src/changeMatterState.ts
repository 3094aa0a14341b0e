import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import type { CatalogueEvent } from "./domain/catalogueEvent.js";
import { checkCoordinates } from "./domain/maintenance.js";
import type { Matter } from "./domain/matter.js";
import { reactivate, suspend } from "./domain/matterState.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { append } from "./store/catalogueLog.js";
import { getMatter, requireVersion, saveMatter } from "./store/matterStore.js";

export interface ChangeMatterInput extends MutationInput {
  readonly matterId: string;
  /** The version the client has seen; left out, whatever is stored. */
  readonly version?: number | null;
  /** Why; kept in the log. */
  readonly reason: string;
}

/**
 * Takes a matter out of use until the coordination office agrees to take it up again.
 *
 * @throws CoordinatorNeeded, MatterChangedMeanwhile, MatterTransitionNotAllowed
 */
export const suspendMatter = (context: Context, input: ChangeMatterInput): Promise<Matter> =>
  changeState(context, "suspendMatter", input, "MatterSuspended", (matter) => suspend(matter, input.reason));

/**
 * Takes a suspended matter up again; that the coordination office does it is the approval R044 asks for, and the
 * log keeps it (I-C5).
 *
 * @throws CoordinatorNeeded, MatterChangedMeanwhile, MatterTransitionNotAllowed
 */
export const reactivateMatter = (context: Context, input: ChangeMatterInput): Promise<Matter> =>
  changeState(context, "reactivateMatter", input, "MatterReactivated", (matter) =>
    reactivate(matter, officeDay(context.clock())),
  );

async function changeState(
  context: Context,
  mutation: string,
  input: ChangeMatterInput,
  type: (CatalogueEvent & { type: "MatterSuspended" | "MatterReactivated" })["type"],
  change: (matter: Matter) => Matter,
): Promise<Matter> {
  const { caller, clock, db } = context;
  const id = await runOnce(context, mutation, input, async (tx) => {
    const current = await getMatter(tx, input.matterId);
    checkCoordinates(caller, current.id);
    requireVersion(current, input.version);
    const next = change(current);
    await saveMatter(tx, next);
    await append(tx, { ...next, stream: "MATTER" }, { type, reason: input.reason, by: caller.subject ?? "" }, clock());
    return next.id;
  });
  return getMatter(db, id);
}
