import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { type Coordinates, requireInCountry } from "./domain/coordinates.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import { getOutletIdsUpwards, saveCoordinates } from "./store/outletStore.js";

export interface LocateOutletInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  /** Left out, the outlet has none any more. */
  readonly coordinates?: Coordinates | null;
}

/**
 * Notes where an outlet is, as somebody measured it (R022, R023).
 *
 * @returns the outlet's id
 * @throws NotOutletKeeper, CoordinatesNotAllowed
 */
export const locateOutlet = (context: Context, input: LocateOutletInput): Promise<string> =>
  changeRecord(context, "locateOutlet", input, async (tx, now) => {
    const { clientMutationId, outletId, coordinates } = input;
    const staffId = requireOutletKeeper(context.caller, outletId, await getOutletIdsUpwards(tx, outletId));
    await saveCoordinates(tx, outletId, coordinates ? requireInCountry(coordinates) : null);
    const event: StaffEvent = {
      ...{ type: "OUTLET_LOCATED", at: now, outletId, windowId: null, postId: null, staffId, actingForId: null },
      ...{ data: {}, onceKey: `OUTLET_LOCATED:${staffId}:${clientMutationId}` },
    };
    return { id: outletId, events: [event] };
  });
