import { type Cover, coverOf } from "./cover.js";
import type { Post } from "./post.js";
import { isPresent } from "./presence.js";
import { lentTo } from "./redeployment.js";
import type { Roster } from "./roster.js";
import { postsOf } from "./serving.js";

/** In which capacity somebody acts at an instant. */
export interface Capacity {
  readonly post: Post | null;
  readonly actingForId: string | null;
  readonly present: boolean;
}

/**
 * In which of these posts somebody acts. Whoever took over a post acts for its holder, also when their own post is
 * at the same window (R150: B's acts are recorded as done for A).
 */
export function capacityOf(roster: Roster, staffId: string, posts: readonly Post[], at: Date): Capacity {
  const covers = posts
    .map((post) => ({ post, cover: coverOf(roster, post, at) }))
    .filter(({ cover }) => cover.staffId === staffId);
  const state = (wanted: Cover["state"]) => covers.find(({ cover }) => cover.state === wanted);
  const acting = state("TAKEN_OVER") ?? state("HELD");
  return {
    post: acting?.post ?? null,
    actingForId: acting?.cover.actingForId ?? null,
    present: isPresent(roster, staffId, at),
  };
}

/** What somebody is at a window: in one of its posts, or in the own one while lent to it (R161). */
export function capacityAtWindow(
  roster: Roster,
  staffId: string,
  windowId: string,
  at: Date,
): Pick<Capacity, "actingForId"> & { readonly postId: string | null } {
  const { post, actingForId, present } = capacityOf(roster, staffId, postsOf(roster, windowId), at);
  if (post || !present) return { postId: post?.id ?? null, actingForId };
  const lent = lentTo(roster, windowId, at).find((each) => each.staffId === staffId);
  return { postId: lent?.postId ?? null, actingForId: null };
}
