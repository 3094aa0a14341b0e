import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { requireFacilities } from "./domain/facility.js";
import { outletEvent } from "./domain/outletEvent.js";
import { saveFacilities } from "./store/outletStandardStore.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";

export interface EquipOutletInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly facilities: readonly string[];
}

/**
 * Enters what an outlet has, as it is now (R009–R012, R199–R201).
 *
 * @returns the outlet's id
 * @throws OutletNotFound, NotOutletKeeper, FacilityUnknown
 */
export const equipOutlet = (context: Context, input: EquipOutletInput): Promise<string> =>
  changeRecord(context, "equipOutlet", input, async (tx, at) => {
    const { clientMutationId: key, outletId } = input;
    await getOutlet(tx, outletId);
    const staffId = requireOutletKeeper(context.caller, outletId, await getOutletIdsUpwards(tx, outletId));
    await saveFacilities(tx, outletId, requireFacilities(input.facilities));
    return { id: outletId, events: [outletEvent("OUTLET_EQUIPPED", { outletId, staffId, at, key })] };
  });
