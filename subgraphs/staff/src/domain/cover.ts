import type { Post } from "./post.js";
import { backupOf, holderOf, isPresent, isQualified } from "./presence.js";
import { isLent } from "./redeployment.js";
import type { Roster } from "./roster.js";

/** Who covers a post. `actingForId` is the holder who is away, and stays `null` where nobody holds the post. */
export type Cover =
  | { readonly state: "HELD"; readonly staffId: string; readonly actingForId: null }
  | { readonly state: "TAKEN_OVER"; readonly staffId: string; readonly actingForId: string | null }
  | { readonly state: "VACANT"; readonly staffId: null; readonly actingForId: string | null };

/**
 * Who acts in the post at that instant: A when present and not lent to another window, otherwise B at once, otherwise
 * nobody. Both must know the post's business. Opening hours are not asked here: whether emptiness matters is for the caller (R150, I-S4, I-S5).
 */
export function coverOf(roster: Roster, post: Post, at: Date): Cover {
  const fits = (staffId: string | null): staffId is string =>
    staffId !== null &&
    isPresent(roster, staffId, at) &&
    !isLent(roster, staffId, at) &&
    isQualified(roster, staffId, post, at);
  const holder = holderOf(roster, post.id, at);
  if (fits(holder)) return { state: "HELD", staffId: holder, actingForId: null };
  const backup = backupOf(roster, post.id, at);
  if (fits(backup) && backup !== holder) return { state: "TAKEN_OVER", staffId: backup, actingForId: holder };
  return { state: "VACANT", staffId: null, actingForId: holder };
}

export const sameCover = (one: Cover, other: Cover): boolean =>
  one.state === other.state && one.staffId === other.staffId && one.actingForId === other.actingForId;
