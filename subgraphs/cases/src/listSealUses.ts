import type { Context } from "./context.js";
import { PageTooLarge } from "./domain/refusals.js";
import type { SealUse } from "./domain/seal.js";
import { requireSealScope } from "./domain/sealAuthority.js";
import { listSealUses, type SealUseFilter } from "./store/sealStore.js";

const LARGEST_PAGE = 100;

/** The uses of seals that the caller may know of, newest first. @throws NotYourSeal, PageTooLarge */
export async function listVisibleSealUses(
  { db, caller }: Context,
  filter: SealUseFilter,
  first: number,
): Promise<SealUse[]> {
  const scope = requireSealScope(caller);
  if (first < 1 || first > LARGEST_PAGE) throw new PageTooLarge(LARGEST_PAGE);
  return listSealUses(db, filter, scope, first);
}
