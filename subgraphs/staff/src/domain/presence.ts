import { officeDay } from "@yimen/workdays/instant";
import { coversInstant } from "./attendance.js";
import { isValidAt } from "./certificate.js";
import { isAway } from "./leave.js";
import { currentHolding, type Post } from "./post.js";
import type { Roster } from "./roster.js";

/** Signed in and not on leave (R152). */
export function isPresent(roster: Roster, staffId: string, at: Date): boolean {
  const signedIn = roster.attendances.get(staffId)?.some((attendance) => coversInstant(attendance, at)) ?? false;
  return signedIn && !(roster.leaves.get(staffId)?.some((leave) => isAway(leave, at)) ?? false);
}

/**
 * Whether somebody knows the post's business: certified by each department whose matters it takes (R147, R150), and
 * in a back office of that department's own people.
 */
export function isQualified(
  roster: Roster,
  staffId: string,
  post: Pick<Post, "departmentId" | "departmentIds">,
  at: Date,
): boolean {
  if (post.departmentId && roster.homeDepartments.get(staffId) !== post.departmentId) return false;
  const certificates = roster.certificates.get(staffId) ?? [];
  return post.departmentIds.every((departmentId) =>
    certificates.some((certificate) => certificate.departmentId === departmentId && isValidAt(certificate, at)),
  );
}

/** Who holds the post on the office day of that instant. */
export function holderOf(roster: Roster, postId: string, at: Date): string | null {
  return currentHolding(roster.holdings.get(postId) ?? [], officeDay(at))?.staffId ?? null;
}

/** Who holds the post that backs this one. */
export function backupOf(roster: Roster, postId: string, at: Date): string | null {
  const partner = roster.partners.get(postId);
  return partner ? holderOf(roster, partner, at) : null;
}
