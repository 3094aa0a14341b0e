import { type Ranked, rank } from "./domain/ranking.js";
import type { StaffClient } from "./staffClient.js";
import type { Db } from "./store/db.js";
import { type Period, ratedOutlets, ratedStaff, staffRatedAt } from "./store/ratingStore.js";

export type RankedKind = "OUTLET" | "STAFF";

interface Wanted extends Period {
  readonly regionId: string;
  readonly of: RankedKind;
  readonly first: number;
}

/**
 * The best rated outlets of a region, or members of staff who served there.
 *
 * @throws SiblingUnavailable
 */
export async function rankRegion(
  db: Db,
  staff: StaffClient,
  { regionId, of: kind, first, ...period }: Wanted,
): Promise<(Ranked & { readonly kind: RankedKind })[]> {
  const outlets = await staff.outletsOf(regionId);
  const rated =
    kind === "OUTLET"
      ? await ratedOutlets(db, outlets, period)
      : await ratedStaff(db, await staffRatedAt(db, outlets), period);
  return rank(rated)
    .slice(0, Math.max(first, 0))
    .map((ranked) => ({ ...ranked, kind }));
}
