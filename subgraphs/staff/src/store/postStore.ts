import type { AbPairing } from "../domain/pairing.js";
import type { Post, PostHolding, StaffRole } from "../domain/post.js";
import type { PostHoldingModel, PostModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

/** A post with the one that backs it. */
export interface StoredPost extends Post {
  readonly partnerId: string | null;
}

export async function findPosts(db: Db | Tx, ids: readonly string[]): Promise<StoredPost[]> {
  return (await db.post.findMany({ where: { id: { in: [...ids] } } })).map(toPost);
}

export async function findPostsOfWindows(db: Db, windowIds: readonly string[]): Promise<StoredPost[]> {
  return (await db.post.findMany({ where: { windowId: { in: [...windowIds] } }, orderBy: { id: "asc" } })).map(toPost);
}

export async function findPostsOfOutlets(db: Db | Tx, outletIds: readonly string[]): Promise<StoredPost[]> {
  return (await db.post.findMany({ where: { outletId: { in: [...outletIds] } }, orderBy: { id: "asc" } })).map(toPost);
}

/** The back-office posts of these departments. */
export async function findPostsOfDepartments(db: Db, departmentIds: readonly string[]): Promise<StoredPost[]> {
  const where = { departmentId: { in: [...departmentIds] } };
  return (await db.post.findMany({ where, orderBy: { id: "asc" } })).map(toPost);
}

/** All holdings of these posts, past ones too. */
export async function findHoldings(db: Db | Tx, postIds: readonly string[]): Promise<PostHolding[]> {
  return (await db.postHolding.findMany({ where: { postId: { in: [...postIds] } } })).map(toHolding);
}

/** The posts these people hold on that office day. */
export async function findHoldingsOfStaff(
  db: Db | Tx,
  staffIds: readonly string[],
  day: string,
): Promise<PostHolding[]> {
  const rows = await db.postHolding.findMany({
    where: {
      staffId: { in: [...staffIds] },
      validFrom: { lte: day },
      OR: [{ validUntil: null }, { validUntil: { gt: day } }],
    },
    orderBy: { postId: "asc" },
  });
  return rows.map(toHolding);
}

/** The outlets whose posts somebody holds on that office day, in the order in which they are locked. */
export async function findOutletIdsOfStaff(db: Db | Tx, staffId: string, day: string): Promise<string[]> {
  const holdings = await findHoldingsOfStaff(db, [staffId], day);
  const posts = await findPosts(
    db,
    holdings.map(({ postId }) => postId),
  );
  return [...new Set(posts.map(({ outletId }) => outletId))].sort();
}

/** Every outlet that has posts to watch. */
export async function findStaffedOutletIds(db: Db): Promise<string[]> {
  const rows = await db.post.findMany({
    distinct: ["outletId"],
    select: { outletId: true },
    orderBy: { outletId: "asc" },
  });
  return rows.map(({ outletId }) => outletId);
}

/** Each pair once, though both its posts name the other. */
export const pairingsOf = (posts: readonly StoredPost[]): AbPairing[] =>
  posts.flatMap(({ id, partnerId }) => (partnerId && id < partnerId ? [{ postIds: [id, partnerId] as const }] : []));

const toPost = (row: PostModel): StoredPost => ({ ...row, role: row.role as StaffRole });

const toHolding = ({ postId, staffId, validFrom, validUntil }: PostHoldingModel): PostHolding => ({
  postId,
  staffId,
  from: validFrom,
  until: validUntil,
});
