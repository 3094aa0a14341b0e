import { DomainError } from "@yimen/kernel/errors";
import { addDays, type PlainDate } from "@yimen/workdays/plainDate";
import type { BadReviewId } from "./badReview.js";
import { requireText } from "./requireText.js";
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

/** The first day of the window that ends today. */
export const clusterSince = (today: PlainDate, policy: ClusterPolicy = defaultCluster): PlainDate =>
  addDays(today, 1 - policy.days);

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
  const since = clusterSince(today, policy);
  const recent = unlinked.filter(({ openedOn }) => openedOn >= since && openedOn <= today);
  return open || recent.length >= policy.reviews ? recent.map(({ id }) => id) : [];
}

export type SystemicIssueEvent =
  | ({ readonly type: "SystemicIssueOpened" } & Omit<SystemicIssue, "measure" | "resolvedOn" | "version">)
  | { readonly type: "BadReviewsLinked"; readonly badReviewIds: readonly BadReviewId[] }
  | {
      readonly type: "SystemicIssueResolved";
      readonly on: PlainDate;
      readonly by: string;
      readonly measure: string;
    };

/** The issue after `event`; `null` before the first. */
export function evolveIssue(current: SystemicIssue | null, event: SystemicIssueEvent): SystemicIssue {
  if (event.type === "SystemicIssueOpened") {
    const { type: _, ...opened } = event;
    return { ...opened, measure: null, resolvedOn: null, version: 1 };
  }
  if (!current) throw new Error(`${event.type} before SystemicIssueOpened`);
  const next = { ...current, version: current.version + 1 };
  switch (event.type) {
    case "BadReviewsLinked":
      return { ...next, badReviewIds: [...current.badReviewIds, ...event.badReviewIds] };
    case "SystemicIssueResolved":
      return { ...next, measure: event.measure, resolvedOn: event.on };
  }
}

/** It was resolved before; a problem that comes back makes a new issue. */
export class IssueAlreadyResolved extends DomainError {
  readonly code = "SYSTEMIC_ISSUE_ALREADY_RESOLVED";
  constructor({ id, version }: SystemicIssue) {
    super({ zh: "该类问题已整改完毕。", en: "This issue was resolved before." }, { systemicIssueId: id, version });
  }
}

/** @throws IssueAlreadyResolved, TextMissing */
export function resolveIssue(
  current: SystemicIssue,
  { on, by, measure }: { on: PlainDate; by: string; measure: string },
): Extract<SystemicIssueEvent, { type: "SystemicIssueResolved" }> {
  if (current.resolvedOn) throw new IssueAlreadyResolved(current);
  return { type: "SystemicIssueResolved", on, by, measure: requireText("measure", measure) };
}
