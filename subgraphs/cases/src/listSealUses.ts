import type { Context } from "./context.js";
import { checkPage } from "./domain/page.js";
import type { SealUse } from "./domain/seal.js";
import { requireSealScope } from "./domain/sealAuthority.js";
import { listSealUses, type SealUseFilter } from "./store/sealStore.js";

/** The uses of seals that the caller may know of, newest first. @throws NotYourSeal, PageTooLarge */
export async function listVisibleSealUses(
  { db, caller }: Context,
  filter: SealUseFilter,
  first: number,
): Promise<SealUse[]> {
  const scope = requireSealScope(caller);
  checkPage(first);
  return listSealUses(db, filter, scope, first);
}
