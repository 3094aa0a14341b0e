import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { type Coordinates, requireInCountry } from "./domain/coordinates.js";
import { requireStandardName } from "./domain/naming.js";
import type { Outlet, OutletKind, PartnerKind } from "./domain/outlet.js";
import { outletEvent } from "./domain/outletEvent.js";
import { requirePlace } from "./domain/outletPlace.js";
import { findNamingRules, insertOutlet } from "./store/outletStandardStore.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";

export interface OpenOutletInput {
  readonly clientMutationId: string;
  readonly parentId: string;
  readonly kind: OutletKind;
  readonly partnerKind: PartnerKind | null;
  readonly name: string;
  readonly nameEn: string;
  readonly locality: string;
  readonly address: string;
  readonly phone: string;
  readonly coordinates?: Coordinates | null;
}

/**
 * Opens an outlet below another, with that one's opening hours, under the name its region prescribes (R001, R013); a
 * partner's may be inside a centre (R018).
 *
 * @returns the new outlet's id
 * @throws OutletNotFound, NotOutletKeeper, OutletPlaceInvalid, NameNotStandard, CoordinatesNotAllowed
 */
export const openOutlet = (context: Context, input: OpenOutletInput): Promise<string> =>
  changeRecord(context, "openOutlet", input, async (tx, at) => {
    const { clientMutationId: key, parentId, coordinates, ...given } = input;
    const parent = await getOutlet(tx, parentId);
    const staffId = requireOutletKeeper(context.caller, parentId, await getOutletIdsUpwards(tx, parentId));
    const openedOn = officeDay(at);
    const place = requirePlace(given, parent, openedOn);
    requireStandardName(place.name, place.kind, await findNamingRules(tx, parent.regionId), openedOn);
    const { regionId, hours, hoursText, hoursTextEn } = parent;
    const outlet: Outlet = {
      ...place,
      ...{ id: randomUUID(), regionId, parentId, hours, hoursText, hoursTextEn, openedOn, closedOn: null },
      ...{ coordinates: coordinates ? requireInCountry(coordinates) : null, lists: [], facilities: [] },
    };
    await insertOutlet(tx, outlet);
    return {
      id: outlet.id,
      events: [outletEvent("OUTLET_OPENED", { outletId: outlet.id, staffId, at, key })],
    };
  });
