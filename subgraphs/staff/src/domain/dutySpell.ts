import type { Calendar } from "@yimen/workdays/calendar";
import { isOpen } from "@yimen/workdays/openNow";
import { changePoints } from "./changePoints.js";
import { type Cover, coverOf } from "./cover.js";
import type { Roster } from "./roster.js";

/** A stretch in which a post was not covered by its own holder: B acted for A, or nobody did and an alert stood. */
export interface DutySpell {
  readonly kind: "TAKEOVER" | "VACANCY";
  readonly postId: string;
  /** B; `null` while vacant. */
  readonly staffId: string | null;
  /** A, who was away; `null` where nobody held the post. */
  readonly actingForId: string | null;
  readonly startedAt: Date;
}

/** One spell begins or ends at that instant. */
export interface DutyChange {
  readonly type: "STARTED" | "ENDED";
  readonly spell: DutySpell;
  readonly at: Date;
}

/**
 * What began and ended between two instants. Nothing changes while the outlet is closed: a takeover goes on over
 * noon, and a vacancy alert closes only when the post is covered again at an opening minute (I-S2, R151).
 *
 * @param running  the spells that had begun and not ended by `after`
 * @param upTo  looked at in any case, so that a fact of that very instant is not missed
 */
export function dutyChanges(
  roster: Roster,
  running: readonly DutySpell[],
  after: Date,
  upTo: Date,
  calendar: Calendar,
): DutyChange[] {
  const spells = new Map(running.map((spell) => [spell.postId, spell]));
  const changes: DutyChange[] = [];
  const points = changePoints(roster, after, upTo, calendar);
  if (points.at(-1)?.getTime() !== upTo.getTime()) points.push(upTo);
  for (const at of points.filter((point) => isOpen(roster.hours, point, calendar))) {
    for (const post of roster.posts.values()) {
      const before = spells.get(post.id);
      const next = spellOf(post.id, coverOf(roster, post, at), at);
      if (before && next && sameSpell(before, next)) continue;
      if (before) changes.push({ type: "ENDED", spell: before, at });
      if (next) changes.push({ type: "STARTED", spell: next, at });
      if (next) spells.set(post.id, next);
      else spells.delete(post.id);
    }
  }
  return changes;
}

function spellOf(postId: string, { state, staffId, actingForId }: Cover, startedAt: Date): DutySpell | null {
  if (state === "HELD") return null;
  return { kind: state === "VACANT" ? "VACANCY" : "TAKEOVER", postId, staffId, actingForId, startedAt };
}

const sameSpell = (one: DutySpell, other: DutySpell): boolean =>
  one.kind === other.kind && one.staffId === other.staffId && one.actingForId === other.actingForId;
