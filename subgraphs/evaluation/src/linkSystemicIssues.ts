import { randomUUID } from "node:crypto";
import type { BadReview, BadReviewId } from "./domain/badReview.js";
import {
  canCluster,
  clusterSince,
  evolveIssue,
  reviewsToLink,
  type SystemicIssue,
  type SystemicIssueEvent,
  type SystemicIssueId,
} from "./domain/systemicIssue.js";
import type { Tx } from "./store/db.js";
import { findOpenIssue, findUnlinked, lockKind, saveIssue } from "./store/systemicIssueStore.js";

interface Change {
  readonly issue: SystemicIssue;
  readonly event: SystemicIssueEvent;
}

/**
 * Looks, for a bad review that was just stored, whether it makes or joins a systemic issue (R189, I-E7).
 *
 * @returns what happened, to be logged
 */
export async function linkSystemicIssues(tx: Tx, { outletId, categories, openedOn }: BadReview): Promise<Change[]> {
  const changes: Change[] = [];
  // Always in the same order, so that two reviews of the same categories do not wait for each other.
  for (const category of categories.filter(canCluster).toSorted()) {
    const kind = { outletId, category };
    await lockKind(tx, kind);
    const open = await findOpenIssue(tx, kind);
    const unlinked = await findUnlinked(tx, kind, clusterSince(openedOn));
    const badReviewIds = reviewsToLink(unlinked, open !== null, openedOn);
    if (badReviewIds.length === 0) continue;
    const event = open ? linked(badReviewIds) : opened({ ...kind, openedOn, badReviewIds });
    const issue = evolveIssue(open, event);
    await saveIssue(tx, issue);
    changes.push({ issue, event });
  }
  return changes;
}

const linked = (badReviewIds: readonly BadReviewId[]): SystemicIssueEvent => ({
  type: "BadReviewsLinked",
  badReviewIds,
});

const opened = (
  first: Pick<SystemicIssue, "outletId" | "category" | "openedOn" | "badReviewIds">,
): SystemicIssueEvent => ({ type: "SystemicIssueOpened", id: randomUUID() as SystemicIssueId, ...first });
