import type { Context } from "./context.js";
import { type StaffingViolation, staffingViolations } from "./domain/staffing.js";
import { establishmentOf } from "./establishmentOf.js";

/** Which staffing rules a region breaks on that day; eight statements however large it is. */
export async function measureStaffing(
  context: Context,
  regionId: string,
  asOf: string,
): Promise<readonly StaffingViolation[]> {
  const [rules, establishment] = await Promise.all([
    context.loaders.rulesOf.load(regionId),
    establishmentOf(context, regionId),
  ]);
  return staffingViolations(rules, establishment, asOf);
}
