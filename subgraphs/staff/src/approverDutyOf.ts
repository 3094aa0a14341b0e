import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { requireService } from "./domain/authority.js";
import { type Capacity, capacityOf } from "./domain/duty.js";
import type { StaffRole } from "./domain/post.js";
import { holderOf } from "./domain/presence.js";
import { findRosters } from "./store/rosterStore.js";

/** What somebody is in a department's back office at an instant. */
export interface ApproverDuty extends Pick<Capacity, "actingForId" | "present"> {
  readonly staffId: string;
  readonly departmentId: string;
  /** Of the post acted in; of the own post while away. */
  readonly role: StaffRole;
  readonly postId: string | null;
}

/**
 * @returns `null` when the person neither holds a post there nor acts in one
 * @throws NotAService
 */
export async function approverDutyOf(
  { db, caller, loaders }: Context,
  staffId: string,
  departmentId: string,
  at: Date,
): Promise<ApproverDuty | null> {
  requireService(caller);
  const posts = await loaders.postsOfDepartment.load(departmentId);
  const outletIds = [...new Set(posts.map(({ outletId }) => outletId))];
  const rosters = await findRosters(db, outletIds, instantOfMinute(officeDay(at), 0));
  for (const roster of rosters) {
    const own = posts.find(({ id }) => roster.posts.has(id) && holderOf(roster, id, at) === staffId);
    const local = posts.filter(({ id }) => roster.posts.has(id));
    const { post, actingForId, present } = capacityOf(roster, staffId, local, at);
    const role = (post ?? own)?.role;
    if (role) return { staffId, departmentId, role, postId: post?.id ?? null, actingForId, present };
  }
  return null;
}
