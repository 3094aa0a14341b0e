import { DomainError } from "@yimen/kernel/errors";
import type { Calendar } from "@yimen/workdays/calendar";
import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import { openSpans } from "@yimen/workdays/openSlots";
import { daysFromTo } from "@yimen/workdays/plainDate";
import type { Leave } from "./leave.js";
import { plans } from "./plans.js";
import type { Post } from "./post.js";
import { backupOf, holderOf, isQualified } from "./presence.js";
import type { Roster } from "./roster.js";

/** Approving the leave would leave a post without A and without B at an opening minute. */
export class LeaveWouldEmptyPost extends DomainError {
  readonly code = "LEAVE_WOULD_EMPTY_POST";
  constructor(leave: Leave, { post, at, backupId }: EmptyPost) {
    super(
      {
        zh: `批准后“${post.name}”将出现空岗:B岗责任人届时不在岗或不熟悉业务;请先安排顶岗或改期。`,
        en: "The post would be empty: whoever backs it is away then or not certified for it; change the dates or the cover.",
      },
      { leaveId: leave.id, postId: post.id, at: at.toISOString(), backupId },
      plans.R151,
    );
  }
}

/** A post, an opening minute at which it would be empty, and who would have had to cover it. */
export interface EmptyPost {
  readonly post: Post;
  readonly at: Date;
  readonly backupId: string | null;
}

/** Somebody would not be at their post. */
export type Absence = Pick<Leave, "staffId" | "from" | "until">;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The first post that an absence approved at `now` would leave empty (I-S3). Whoever is lent to another window is away,
 * and whoever is overdue from a leave until they have ended it. Unplanned absence cannot be foreseen and raises an alert when it happens.
 *
 * @returns `null` when every post stays covered
 */
export function emptiedBy(roster: Roster, leave: Absence, now: Date, calendar: Calendar): EmptyPost | null {
  const absence = { from: Math.max(leave.from.getTime(), now.getTime()), to: leave.until.getTime() };
  for (const opening of openings(roster, absence, calendar)) {
    const at = new Date(opening.from);
    for (const post of roster.posts.values()) {
      if (holderOf(roster, post.id, at) !== leave.staffId) continue;
      const backupId = backupOf(roster, post.id, at);
      if (backupId === null || backupId === leave.staffId || !isQualified(roster, backupId, post, at)) {
        return { post, at, backupId };
      }
      const away = firstAway(roster, backupId, opening, now);
      if (away !== null) return { post, at: new Date(away), backupId };
    }
  }
  return null;
}

/** @throws LeaveWouldEmptyPost */
export function requireNoEmptyPost(roster: Roster, leave: Leave, now: Date, calendar: Calendar): void {
  const empty = emptiedBy(roster, leave, now, calendar);
  if (empty) throw new LeaveWouldEmptyPost(leave, empty);
}

/** The parts of an absence in which the outlet is open. */
function openings(roster: Roster, absence: Span, calendar: Calendar): Span[] {
  if (absence.from >= absence.to) return [];
  return daysFromTo(officeDay(new Date(absence.from)), officeDay(new Date(absence.to))).flatMap((day) =>
    openSpans(roster.hours, day, calendar)
      .map(({ from, to }) => ({
        from: Math.max(absence.from, instantOfMinute(day, from).getTime()),
        to: Math.min(absence.to, instantOfMinute(day, to).getTime()),
      }))
      .filter(({ from, to }) => from < to),
  );
}

function firstAway(roster: Roster, staffId: string, opening: Span, now: Date): number | null {
  const leaves = (roster.leaves.get(staffId) ?? [])
    .filter(({ status }) => status === "APPROVED")
    .map(({ from, until }) => ({ from: from.getTime(), to: until <= now ? Infinity : until.getTime() }));
  const lent = (roster.redeployments.get(staffId) ?? []).map(({ from, until }) => {
    return { from: from.getTime(), to: until.getTime() };
  });
  const overlaps = [...leaves, ...lent]
    .filter(({ from, to }) => from < to)
    .filter(({ from, to }) => from < opening.to && opening.from < to)
    .map(({ from }) => Math.max(from, opening.from));
  return overlaps.length > 0 ? Math.min(...overlaps) : null;
}
