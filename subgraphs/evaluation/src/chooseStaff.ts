import type { Context } from "./context.js";
import { type Choice, choicesOf } from "./domain/selection.js";

/**
 * Whom a citizen may choose now at an outlet for a department's matters, best rated first (R182).
 *
 * @throws SiblingUnavailable
 */
export async function chooseStaff(
  { staff, loaders }: Context,
  outletId: string,
  departmentId: string,
): Promise<Choice[]> {
  const selectable = await staff.selectableOfficers(outletId, departmentId);
  const rated = await Promise.all(selectable.map(({ staffId }) => loaders.ratedStaff.load(staffId)));
  return choicesOf(selectable, new Map(rated.flatMap((found) => (found ? [[found.id, found] as const] : []))));
}
