import type { Context } from "./context.js";
import { type Replacement, seesReplacement } from "./domain/replacement.js";
import { listReplacements } from "./store/replacementStore.js";
import { outletIdsUpwards } from "./visibleAppraisals.js";

/** An outlet's replacements that the caller takes part in or supervises. */
export async function visibleReplacements({ db, caller, loaders }: Context, outletId: string): Promise<Replacement[]> {
  const outletIds = await outletIdsUpwards(loaders, outletId);
  return (await listReplacements(db, outletId)).filter((each) => seesReplacement(caller, each, outletIds));
}
