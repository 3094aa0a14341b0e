import type { Context } from "./context.js";
import { type ServiceCircle, serviceCircle } from "./domain/serviceCircle.js";
import { findSettlements, findTravelTimes } from "./store/settlementStore.js";

/** How far a region's service circle is closed on that day (R005). */
export async function measureCircle(
  { db, loaders }: Context,
  regionId: string,
  asOf: string,
  minutes: number,
): Promise<ServiceCircle> {
  const [settlements, outlets] = await Promise.all([
    findSettlements(db, regionId),
    loaders.outletsOfRegion.load(regionId),
  ]);
  const times = await findTravelTimes(
    db,
    settlements.map(({ id }) => id),
  );
  return serviceCircle(settlements, times, outlets, asOf, minutes);
}
