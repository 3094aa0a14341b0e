import type { Context } from "./context.js";
import { seesPersonalData } from "./domain/visibility.js";

/**
 * Those of these personal records that the caller may see: leaves, attendance, certificates. The one gate for lists,
 * fields and references alike (I-G1).
 */
export async function visiblePersonal<V extends { readonly staffId: string }>(
  { caller, loaders }: Context,
  records: readonly V[],
): Promise<V[]> {
  if (caller.kind !== "STAFF" && caller.kind !== "SERVICE") return [];
  const allowed = await Promise.all(
    records.map(async ({ staffId }) => {
      const workplace = await loaders.workplaceOf.load(staffId);
      return workplace !== null && seesPersonalData(caller, workplace);
    }),
  );
  return records.filter((_, index) => allowed[index]);
}
