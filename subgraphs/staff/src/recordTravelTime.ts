import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { outletEvent } from "./domain/outletEvent.js";
import { requireTravelTime } from "./domain/serviceCircle.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";
import { getSettlement, saveTravelTime } from "./store/settlementStore.js";

export interface RecordTravelTimeInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly settlementId: string;
  readonly minutes: number;
}

/**
 * Notes how long the way from a settlement to an outlet takes, as somebody measured it (R005).
 *
 * @returns the outlet's id
 * @throws OutletNotFound, NotOutletKeeper, SettlementNotFound, TravelTimeInvalid
 */
export const recordTravelTime = (context: Context, input: RecordTravelTimeInput): Promise<string> =>
  changeRecord(context, "recordTravelTime", input, async (tx, at) => {
    const { clientMutationId: key, outletId, settlementId, minutes } = input;
    const outlet = await getOutlet(tx, outletId);
    const staffId = requireOutletKeeper(context.caller, outletId, await getOutletIdsUpwards(tx, outletId));
    requireTravelTime(minutes, await getSettlement(tx, settlementId), outlet);
    await saveTravelTime(tx, { settlementId, outletId, minutes });
    const event = outletEvent("TRAVEL_TIME_RECORDED", { outletId, staffId, at, key }, { settlementId });
    return { id: outletId, events: [event] };
  });
