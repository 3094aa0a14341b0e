import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { isValidAt } from "./domain/certificate.js";
import { generalistKinds, generalistShare, type ZoneCoverage, zoneCoverage } from "./domain/generalist.js";
import type { HeldPost, WindowLoad } from "./domain/loadBalance.js";
import { existsOn } from "./domain/outlet.js";
import { currentHolding } from "./domain/post.js";
import { establishmentOf } from "./establishmentOf.js";
import { findRedeployments } from "./store/redeploymentStore.js";
import { visitsAtWindows } from "./store/workloadStore.js";

/**
 * How busy each staffed window of a region was between two days, both included, for who holds its posts on the last, or
 * is lent to it then (R161).
 */
export async function measureLoad(
  context: Context,
  regionId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<WindowLoad[]> {
  const { outlets, windows, windowDepartments, posts, holdings } = await establishmentOf(context, regionId);
  const held = Map.groupBy(holdings, ({ postId }) => postId);
  const lent = (
    await findRedeployments(
      context.db,
      outlets.map(({ id }) => id),
      noonOf(to),
    )
  ).filter(({ from: start }) => start <= noonOf(to));
  const visits = await visitsAtWindows(
    context.db,
    windows.map(({ id }) => id),
    from,
    to,
  );
  const staffed = await Promise.all(
    windows.map(async (window) => {
      const own = posts.filter(({ id, windowId }) => {
        const helping = lent.find(({ postId }) => postId === id);
        return (helping?.toWindowId ?? windowId) === window.id;
      });
      const staff = await Promise.all(
        own.map(async ({ id: postId, partnerId }): Promise<HeldPost[]> => {
          const staffId = currentHolding(held.get(postId) ?? [], to)?.staffId;
          return staffId
            ? [{ postId, partnerId, staffId, certifiedFor: await certifiedFor(context, staffId, to) }]
            : [];
        }),
      );
      return {
        windowId: window.id,
        visits: visits.get(window.id) ?? 0,
        staff: staff.flat(),
        departmentIds: windowDepartments
          .filter(({ windowId }) => windowId === window.id)
          .map(({ departmentId }) => departmentId),
      };
    }),
  );
  return staffed.filter(({ staff }) => staff.length > 0);
}

const noonOf = (day: string) => instantOfMinute(day as PlainDate, 12 * 60);

async function certifiedFor({ loaders }: Context, staffId: string, day: string): Promise<string[]> {
  const certificates = await loaders.certificatesOf.load(staffId);
  return certificates.filter((each) => isValidAt(each, noonOf(day))).map(({ departmentId }) => departmentId);
}

/** How far an outlet's zones have come towards one person for every matter (R162). */
export async function measureZones(context: Context, outletId: string): Promise<ZoneCoverage[]> {
  const { loaders, clock } = context;
  const today = officeDay(clock());
  const windows = await loaders.windowsOfOutlet.load(outletId);
  return zoneCoverage(
    await Promise.all(
      windows.map(async ({ id, kind, zone }) => {
        const [departments, posts] = await Promise.all([
          loaders.departmentsAtWindow.load(id),
          loaders.postsOfWindow.load(id),
        ]);
        const people = await Promise.all(
          posts.map(async ({ id: postId }) => {
            const staffId = currentHolding(await loaders.holdingsOfPost.load(postId), today)?.staffId;
            return staffId ? [[staffId, await certifiedFor(context, staffId, today)] as const] : [];
          }),
        );
        return {
          ...{ id, kind, zone, people: new Map(people.flat()) },
          departmentIds: departments.map(({ departmentId }) => departmentId),
        };
      }),
    ),
  );
}

/** Share of the windows of a region's towns and sub-centres that take everything (R163). */
export async function measureGeneralistWindows(context: Context, regionId: string, asOf: string) {
  const { outlets, windows } = await establishmentOf(context, regionId);
  const places = new Set(
    outlets.filter((each) => generalistKinds.includes(each.kind) && existsOn(each, asOf)).map(({ id }) => id),
  );
  return generalistShare(windows.filter(({ outletId }) => places.has(outletId)));
}
