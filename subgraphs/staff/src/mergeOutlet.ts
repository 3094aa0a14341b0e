import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { merge } from "./domain/merge.js";
import { outletEvent } from "./domain/outletEvent.js";
import { saveMerge } from "./store/mergeStore.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";

export interface MergeOutletInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly intoId: string;
}

/**
 * Takes a sub-centre into its centre: windows and posts move with their people and pairs, cases keep the outlet that
 * took them (R006).
 *
 * @returns the id of the outlet that was closed
 * @throws OutletNotFound, NotOutletKeeper, MergeNotAllowed
 */
export async function mergeOutlet(context: Context, input: MergeOutletInput): Promise<string> {
  const { outletId, intoId, clientMutationId: key } = input;
  const outletIds = [outletId, intoId].sort();
  return changeDuty(context, { mutation: "mergeOutlet", input, outletIds }, async (tx, at) => {
    const [outlet, into] = [await getOutlet(tx, outletId), await getOutlet(tx, intoId)];
    const staffId = requireOutletKeeper(context.caller, intoId, await getOutletIdsUpwards(tx, intoId));
    await saveMerge(tx, merge(outlet, into, officeDay(at)));
    return { id: outletId, event: outletEvent("OUTLET_MERGED", { outletId, staffId, at, key }, { intoId }) };
  });
}
