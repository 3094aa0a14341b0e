import type { OutletKind } from "./outlet.js";

/** A stay in a post, with where the post is; `until` is the first day on which it is over. */
export interface Placement {
  readonly postId: string;
  readonly outletId: string;
  readonly kind: OutletKind;
  readonly parentId: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** Where somebody is stationed on a day, and since when without a break in the hall. */
export interface Station extends Placement {
  /** `null` outside the halls. */
  readonly inHallSince: string | null;
}

const halls: ReadonlySet<OutletKind> = new Set(["CENTRE", "SUB_CENTRE"]);

/** @returns `null` for somebody who holds no post on that day */
export function stationOn(placements: readonly Placement[], day: string): Station | null {
  const current = placements.find(({ from, until }) => from <= day && (until === null || day < until));
  if (!current) return null;
  return { ...current, inHallSince: halls.has(current.kind) ? beginningOf(placements, current) : null };
}

/** The first day of an unbroken stay: moving from one post of a hall to another does not break it. */
function beginningOf(placements: readonly Placement[], { from: start }: Placement): string {
  const before = placements.find(
    ({ kind, from, until }) => halls.has(kind) && from < start && (until === null || until >= start),
  );
  return before ? beginningOf(placements, before) : start;
}
