import { type Coverage, type Rating, type RatingPolicy, ratingOf, type Tally } from "./rating.js";

/** What was rated: an outlet or a member of staff. */
export interface Rated {
  readonly id: string;
  readonly tally: Tally;
  readonly coverage: Coverage | null;
}

export interface Ranked {
  /** From 1; equals share a place. `null` below the minimum sample. */
  readonly place: number | null;
  readonly id: string;
  readonly rating: Rating;
}

type Listed = Omit<Ranked, "place">;

const scoreOf = ({ rating }: Listed) => [rating.stars ?? -1, rating.goodRate ?? -1] as const;

const compare = (a: Listed, b: Listed): number => {
  const [starsA, goodA] = scoreOf(a);
  const [starsB, goodB] = scoreOf(b);
  return starsB - starsA || goodB - goodA;
};

/**
 * Best first: by stars, then by good rate; equals stand in the order of their ids, so that two readers see the same
 * list. Those without enough evaluations come last, unplaced.
 */
export function rank(rated: readonly Rated[], policy?: RatingPolicy): readonly Ranked[] {
  const listed = rated
    .map(({ id, tally, coverage }) => ({ id, rating: ratingOf(tally, coverage, policy) }))
    .sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
  return listed.map((entry) => ({
    ...entry,
    place: entry.rating.stars === null ? null : listed.findIndex((other) => compare(other, entry) === 0) + 1,
  }));
}
