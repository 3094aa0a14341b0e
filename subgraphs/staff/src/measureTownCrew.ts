import type { Context } from "./context.js";
import { currentHolding } from "./domain/post.js";
import { type CrewGap, gapsOf } from "./domain/townCrew.js";
import { getOutlet } from "./store/outletStore.js";
import { findHoldings, findPostsOfOutlets } from "./store/postStore.js";
import { findStaffMembers } from "./store/staffMemberStore.js";

/**
 * In what a town's generalists fall short of the plan on that day; ages stay here (R138).
 *
 * @throws OutletNotFound
 */
export async function measureTownCrew({ db }: Context, outletId: string, asOf: string): Promise<CrewGap[]> {
  await getOutlet(db, outletId);
  const posts = (await findPostsOfOutlets(db, [outletId])).filter(({ role }) => role === "GENERALIST");
  const holdings = await findHoldings(
    db,
    posts.map(({ id }) => id),
  );
  const current = posts.flatMap(({ id }) => {
    return (
      currentHolding(
        holdings.filter(({ postId }) => postId === id),
        asOf,
      ) ?? []
    );
  });
  const selectedOn = new Map(current.map(({ staffId, from }) => [staffId, from]));
  const members = await findStaffMembers(db, [...selectedOn.keys()]);
  return gapsOf(
    members.map(({ id, bornOn, employment }) => {
      return { staffId: id, selectedOn: selectedOn.get(id) as string, bornOn, employment };
    }),
  );
}
