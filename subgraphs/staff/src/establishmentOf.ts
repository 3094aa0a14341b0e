import type { Context } from "./context.js";
import type { Establishment } from "./domain/staffing.js";
import type { StoredPost } from "./store/postStore.js";

/** A region's places, posts and who has held them, past and future included; seven statements however large it is. */
export async function establishmentOf(
  { loaders }: Context,
  regionId: string,
): Promise<Omit<Establishment, "posts"> & { readonly posts: readonly StoredPost[] }> {
  const outlets = await loaders.outletsOfRegion.load(regionId);
  const outletIds = outlets.map(({ id }) => id);
  const [windows, posts] = await Promise.all([
    loadAll(loaders.windowsOfOutlet, outletIds),
    loadAll(loaders.postsOfOutlet, outletIds),
  ]);
  const [windowDepartments, holdings] = await Promise.all([
    loadAll(
      loaders.departmentsAtWindow,
      windows.map(({ id }) => id),
    ),
    loadAll(
      loaders.holdingsOfPost,
      posts.map(({ id }) => id),
    ),
  ]);
  return { outlets, windows, windowDepartments, posts, holdings };
}

const loadAll = async <V>(loader: { load(id: string): Promise<V[]> }, ids: readonly string[]): Promise<V[]> =>
  (await Promise.all(ids.map((id) => loader.load(id)))).flat();
