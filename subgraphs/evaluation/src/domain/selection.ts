import type { Rated } from "./ranking.js";
import { emptyTally, type Rating, type RatingPolicy, ratingOf } from "./rating.js";

/** Somebody who may be chosen now, as the staff subgraph has it: on duty, certified, at a window that takes the matter. */
export interface Selectable {
  readonly staffId: string;
  readonly windowId: string;
  /** For whom, when B stands in. */
  readonly actingForId: string | null;
}

export interface Choice extends Selectable {
  readonly rating: Rating;
}

/**
 * The list a citizen chooses from, best first (R182, I-G9): by stars, then by good rate; those without enough
 * evaluations come last, because too few say nothing; equals stand in the order of their ids, so that everybody sees
 * the same list. Nobody is added to, or left out of, those who may be chosen; who serves at two posts is listed once.
 */
export function choicesOf(
  selectable: readonly Selectable[],
  rated: ReadonlyMap<string, Rated>,
  policy?: RatingPolicy,
): Choice[] {
  const once = new Map(selectable.map((each) => [`${each.staffId} ${each.windowId}`, each]));
  return [...once.values()]
    .map((each) => {
      const found = rated.get(each.staffId);
      return { ...each, rating: ratingOf(found?.tally ?? emptyTally, found?.coverage ?? null, policy) };
    })
    .sort(
      (one, other) =>
        (other.rating.stars ?? 0) - (one.rating.stars ?? 0) ||
        (other.rating.goodRate ?? -1) - (one.rating.goodRate ?? -1) ||
        (`${one.staffId} ${one.windowId}` < `${other.staffId} ${other.windowId}` ? -1 : 1),
    );
}
