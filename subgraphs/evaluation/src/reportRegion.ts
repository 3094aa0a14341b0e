import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type ThreeLevelReport, threeLevelReport } from "./domain/threeLevels.js";

/**
 * What a region's three levels received between two days, both included (R132, R212).
 *
 * @throws SiblingUnavailable
 */
export async function reportRegion(
  { staff, cases }: Context,
  regionId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<ThreeLevelReport> {
  const places = await staff.placesOf(regionId);
  const ids = places.map(({ id }) => id);
  return threeLevelReport(places, ids.length === 0 ? [] : await cases.outletVolumes(ids, from, to));
}
