import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { standingOn } from "./domain/batch.js";
import { repealedAmong } from "./domain/legalBasis.js";
import type { Matter } from "./domain/matter.js";

/** The provisions a matter rests on that hold no more: those of its guide in force and of its delegations (R051). */
export async function repealedFor(
  { loaders, clock }: Context,
  { id, regionId }: Pick<Matter, "id" | "regionId">,
): Promise<string[]> {
  const today = officeDay(clock());
  const [guide, memberships, repealed] = await Promise.all([
    loaders.guideNowOf.load(id),
    loaders.membershipsOf.load(id),
    loaders.repealedIn.load(regionId),
  ]);
  const delegations = memberships
    .map(({ batch }) => batch)
    .filter((batch) => standingOn([batch], "DELEGATION", today).has(id));
  const bases = [...(guide?.legalBases ?? []), ...delegations.flatMap(({ basis }) => basis ?? [])];
  return repealedAmong([...new Set(bases)], repealed, today);
}
