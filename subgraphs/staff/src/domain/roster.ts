import type { OpeningHours } from "@yimen/workdays/openingHours";
import type { Attendance } from "./attendance.js";
import type { Certificate } from "./certificate.js";
import type { Leave } from "./leave.js";
import { type AbPairing, partnerByPost } from "./pairing.js";
import type { Post, PostHolding } from "./post.js";
import type { Redeployment } from "./redeployment.js";

/** What is known of one outlet's posts and of the people who hold them, over some stretch of time. */
export interface RosterFacts {
  readonly outletId: string;
  readonly hours: OpeningHours;
  readonly posts: readonly Post[];
  readonly pairings: readonly AbPairing[];
  readonly holdings: readonly PostHolding[];
  readonly attendances: readonly Attendance[];
  /** Approved and ended ones; others are no absence. */
  readonly leaves: readonly Leave[];
  readonly certificates: readonly Certificate[];
  /** Who is lent from here, or to here (R161). */
  readonly redeployments: readonly Redeployment[];
  /** Department of each person who comes from one. */
  readonly homeDepartments: ReadonlyMap<string, string>;
}

/** The same, found by whom it concerns. */
export interface Roster {
  readonly outletId: string;
  readonly hours: OpeningHours;
  readonly posts: ReadonlyMap<string, Post>;
  readonly partners: ReadonlyMap<string, string>;
  readonly holdings: ReadonlyMap<string, readonly PostHolding[]>;
  readonly attendances: ReadonlyMap<string, readonly Attendance[]>;
  readonly leaves: ReadonlyMap<string, readonly Leave[]>;
  readonly certificates: ReadonlyMap<string, readonly Certificate[]>;
  readonly redeployments: ReadonlyMap<string, readonly Redeployment[]>;
  readonly homeDepartments: ReadonlyMap<string, string>;
}

const byStaff = <V extends { readonly staffId: string }>(values: readonly V[]) =>
  Map.groupBy(values, ({ staffId }) => staffId);

export const createRoster = (facts: RosterFacts): Roster => ({
  outletId: facts.outletId,
  hours: facts.hours,
  posts: new Map(facts.posts.map((post) => [post.id, post])),
  partners: partnerByPost(facts.pairings),
  holdings: Map.groupBy(facts.holdings, ({ postId }) => postId),
  attendances: byStaff(facts.attendances),
  leaves: byStaff(facts.leaves),
  certificates: byStaff(facts.certificates),
  redeployments: byStaff(facts.redeployments),
  homeDepartments: facts.homeDepartments,
});
