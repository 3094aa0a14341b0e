import { createRoster, type Roster } from "../domain/roster.js";
import { findAttendances } from "./attendanceStore.js";
import { findCertificatesOfStaff } from "./certificateStore.js";
import type { Db, Tx } from "./db.js";
import { findAbsences } from "./leaveStore.js";
import { findOutlets } from "./outletStore.js";
import { findHoldings, findPostsOfOutlets, pairingsOf } from "./postStore.js";
import { findRedeployments } from "./redeploymentStore.js";

/** What is needed to say who covers the posts of these outlets from `since` on; nine statements for any number of them. */
export async function findRosters(db: Db | Tx, outletIds: readonly string[], since: Date): Promise<Roster[]> {
  const outlets = await findOutlets(db, outletIds);
  const posts = await findPostsOfOutlets(db, outletIds);
  const redeployments = await findRedeployments(db, outletIds, since);
  const holdings = await findHoldings(db, [
    ...new Set([...posts.map(({ id }) => id), ...redeployments.map(({ postId }) => postId)]),
  ]);
  const staffIds = [...new Set(holdings.map(({ staffId }) => staffId))];
  const attendances = await findAttendances(db, staffIds, since);
  const leaves = await findAbsences(db, staffIds, since);
  const certificates = await findCertificatesOfStaff(db, staffIds);
  const homes = await db.staffMember.findMany({
    where: { id: { in: staffIds }, homeDepartmentId: { not: null } },
    select: { id: true, homeDepartmentId: true },
  });
  const homeDepartments = new Map(homes.map((each) => [each.id, each.homeDepartmentId as string]));
  return outlets.map(({ id: outletId, hours }) => {
    const own = posts.filter((post) => post.outletId === outletId);
    const lent = redeployments.filter((each) => each.fromOutletId === outletId || each.toOutletId === outletId);
    const postIds = new Set([...own.map(({ id }) => id), ...lent.map(({ postId }) => postId)]);
    const held = holdings.filter(({ postId }) => postIds.has(postId));
    const people = new Set(held.map(({ staffId }) => staffId));
    const ofPeople = <V extends { readonly staffId: string }>(values: readonly V[]) =>
      values.filter(({ staffId }) => people.has(staffId));
    return createRoster({
      outletId,
      hours,
      posts: own,
      pairings: pairingsOf(own),
      holdings: held,
      attendances: ofPeople(attendances),
      leaves: ofPeople(leaves),
      certificates: ofPeople(certificates),
      redeployments: lent,
      homeDepartments,
    });
  });
}
