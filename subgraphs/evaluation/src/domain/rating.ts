import { allGrades, grades, isBad, type SatisfactionGrade } from "./grade.js";

/** How many valid evaluations there are of each grade. Tallies can be added in any order: a sum has no memory. */
export type Tally = Readonly<Record<SatisfactionGrade, number>>;

/** What counts as enough to speak of a rating. */
export interface RatingPolicy {
  /** Fewer valid evaluations than this give no rating. */
  readonly minimumSample: number;
}

export const defaultPolicy: RatingPolicy = { minimumSample: 5 };

/** How many of the visits that could have been evaluated were (应评尽评). */
export interface Coverage {
  readonly visits: number;
  /** At most as many as `visits`. */
  readonly evaluated: number;
}

export interface Rating {
  /** Valid evaluations, anonymous ones included. */
  readonly count: number;
  readonly badCount: number;
  /** 好评率: very satisfied, satisfied and fairly satisfied ones over all, 0..1; `null` below the minimum sample. */
  readonly goodRate: number | null;
  /** 1 to 5 in halves, 5 is best; `null` below the minimum sample. */
  readonly stars: number | null;
  /** 主动评价率: evaluated visits over ended ones, 0..1; `null` while none are known. */
  readonly activeRate: number | null;
}

export const emptyTally: Tally = {
  VERY_SATISFIED: 0,
  SATISFIED: 0,
  FAIRLY_SATISFIED: 0,
  DISSATISFIED: 0,
  VERY_DISSATISFIED: 0,
};

/** Counts what is valid; the order does not matter. */
export function tallyOf(evaluations: Iterable<{ grade: SatisfactionGrade; valid: boolean }>): Tally {
  const tally = { ...emptyTally };
  for (const { grade, valid } of evaluations) if (valid) tally[grade] += 1;
  return tally;
}

export const addTallies = (one: Tally, other: Tally): Tally => {
  const sum = { ...one };
  for (const grade of allGrades) sum[grade] += other[grade];
  return sum;
};

const countOf = (tally: Tally, which: (grade: SatisfactionGrade) => boolean = () => true): number =>
  allGrades.filter(which).reduce((sum, grade) => sum + tally[grade], 0);

/** Grade 1 is worth five stars, grade 5 one; the mean is rounded to the nearest half, upwards from the middle. */
function starsOf(tally: Tally, count: number): number {
  const points = allGrades.reduce((sum, grade) => sum + tally[grade] * (6 - grades[grade].code), 0);
  return Math.floor((4 * points + count) / (2 * count)) / 2;
}

/**
 * The rating of an outlet or of a member of staff: a function of its valid evaluations and nothing else.
 *
 * @param coverage  `null` when no ended visits are known
 */
export function ratingOf(tally: Tally, coverage: Coverage | null, policy: RatingPolicy = defaultPolicy): Rating {
  const count = countOf(tally);
  const badCount = countOf(tally, isBad);
  const enough = count > 0 && count >= policy.minimumSample;
  return {
    count,
    badCount,
    goodRate: enough ? (count - badCount) / count : null,
    stars: enough ? starsOf(tally, count) : null,
    activeRate: coverage && coverage.visits > 0 ? coverage.evaluated / coverage.visits : null,
  };
}
