import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { type HallZone, requireZones } from "./domain/hallZone.js";
import { outletEvent } from "./domain/outletEvent.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";
import { findWindowsOfOutlets } from "./store/windowStore.js";
import { replaceZones } from "./store/zoneStore.js";

export interface ArrangeZonesInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly zones: readonly Omit<HallZone, "outletId">[];
}

/**
 * Divides a hall into zones, all of them at once (R024, R025, R207).
 *
 * @returns the outlet's id
 * @throws OutletNotFound, NotOutletKeeper, ZonesInvalid
 */
export const arrangeZones = (context: Context, input: ArrangeZonesInput): Promise<string> =>
  changeRecord(context, "arrangeZones", input, async (tx, at) => {
    const { clientMutationId: key, outletId } = input;
    await getOutlet(tx, outletId);
    const staffId = requireOutletKeeper(context.caller, outletId, await getOutletIdsUpwards(tx, outletId));
    const windowIds = (await findWindowsOfOutlets(tx, [outletId])).map(({ id }) => id);
    const zones = input.zones.map((zone) => ({ ...zone, outletId }));
    await replaceZones(tx, outletId, requireZones(zones, windowIds));
    return { id: outletId, events: [outletEvent("OUTLET_ZONED", { outletId, staffId, at, key })] };
  });
