import { addDays, type PlainDate } from "@yimen/workdays/plainDate";
import type { BadReviewId } from "./badReview.js";
import type { ProblemCategory } from "./tag.js";

export type SystemicIssueId = string & { readonly __brand: "SystemicIssueId" };

/** One problem that keeps coming back at an outlet and is solved once for all its bad reviews (发现一个问题,解决一类问题). */
export interface SystemicIssue {
  readonly id: SystemicIssueId;
  readonly outletId: string;
  readonly category: ProblemCategory;
  readonly openedOn: PlainDate;
  readonly badReviewIds: readonly BadReviewId[];
  /** What was changed so that it does not come back; `null` while open. */
  readonly measure: string | null;
  readonly resolvedOn: PlainDate | null;
  readonly version: number;
}

/** When bad reviews of one category make an issue. */
export interface ClusterPolicy {
  readonly reviews: number;
  /** Calendar days, the present one included. */
  readonly days: number;
}

export const defaultCluster: ClusterPolicy = { reviews: 3, days: 30 };

/** A bad review of one outlet and category that stands and belongs to no issue yet. */
export interface Unlinked {
  readonly id: BadReviewId;
  readonly openedOn: PlainDate;
}

/** `OTHER` says only that the list has no word for it, so such reviews have nothing in common. */
export const canCluster = (category: ProblemCategory): boolean => category !== "OTHER";

/**
 * The bad reviews that a new or the open issue takes in; none when there is no open issue and too few reviews.
 *
 * @param unlinked  of one outlet and category
 * @param open  an issue of that outlet and category is being worked on: it takes in whatever comes
 */
export function reviewsToLink(
  unlinked: readonly Unlinked[],
  open: boolean,
  today: PlainDate,
  policy: ClusterPolicy = defaultCluster,
): readonly BadReviewId[] {
  const since = addDays(today, 1 - policy.days);
  const recent = unlinked.filter(({ openedOn }) => openedOn >= since && openedOn <= today);
  return open || recent.length >= policy.reviews ? recent.map(({ id }) => id) : [];
}
