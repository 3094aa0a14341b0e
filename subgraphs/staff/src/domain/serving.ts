import type { Calendar } from "@yimen/workdays/calendar";
import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import { isOpen } from "@yimen/workdays/openNow";
import { openSpans } from "@yimen/workdays/openSlots";
import { changePoints } from "./changePoints.js";
import { type Cover, coverOf, sameCover } from "./cover.js";
import type { Post } from "./post.js";
import { isPresent } from "./presence.js";
import { lentTo } from "./redeployment.js";
import type { Roster } from "./roster.js";

/** Somebody acts in a post now. */
export interface Serving {
  readonly postId: string;
  readonly staffId: string;
  readonly actingForId: string | null;
  readonly since: Date;
}

/** Whether people are served: VACANT is open doors and nobody behind them. */
export const windowStates = ["OPEN", "CLOSED", "VACANT"] as const;
export type WindowState = (typeof windowStates)[number];

/** Who acts in these posts during an opening minute, and since when today; nobody while it is closed. */
export function servingAt(roster: Roster, posts: readonly Post[], at: Date, calendar: Calendar): Serving[] {
  if (!isOpen(roster.hours, at, calendar)) return [];
  const points = pointsOfToday(roster, at, calendar);
  return posts.flatMap((post) => {
    const cover = coverOf(roster, post, at);
    if (cover.staffId === null) return [];
    const since = lastedSince(roster, post, cover, points);
    return [{ postId: post.id, staffId: cover.staffId, actingForId: cover.actingForId, since }];
  });
}

/** Who serves at a window: in its posts, and those who are lent to it (R161). */
export function servingAtWindow(roster: Roster, windowId: string, at: Date, calendar: Calendar): Serving[] {
  const posts = postsOf(roster, windowId);
  return [...servingAt(roster, posts, at, calendar), ...helpersAt(roster, windowId, at, calendar)];
}

export function windowStateAt(roster: Roster, windowId: string, at: Date, calendar: Calendar): WindowState {
  if (!isOpen(roster.hours, at, calendar)) return "CLOSED";
  return servingAtWindow(roster, windowId, at, calendar).length > 0 ? "OPEN" : "VACANT";
}

export const postsOf = (roster: Roster, windowId: string): Post[] =>
  [...roster.posts.values()].filter((post) => post.windowId === windowId);

/** Those who are lent to a window and there during an opening minute, in their own posts. */
function helpersAt(roster: Roster, windowId: string, at: Date, calendar: Calendar): Serving[] {
  if (!isOpen(roster.hours, at, calendar)) return [];
  const points = pointsOfToday(roster, at, calendar);
  const helps = (staffId: string, point: Date) =>
    isPresent(roster, staffId, point) && lentTo(roster, windowId, point).some((each) => each.staffId === staffId);
  return lentTo(roster, windowId, at)
    .filter(({ staffId }) => helps(staffId, at))
    .map(({ staffId, postId }) => {
      const changed = points.findLastIndex((point) => !helps(staffId, point));
      return { postId, staffId, actingForId: null, since: points[changed + 1] as Date };
    });
}

/** From the day's first opening on: earlier nobody serves, whoever is there. */
function pointsOfToday(roster: Roster, at: Date, calendar: Calendar): Date[] {
  const day = officeDay(at);
  const opening = instantOfMinute(day, openSpans(roster.hours, day, calendar)[0]?.from ?? 0);
  return [opening, ...changePoints(roster, opening, at, calendar)];
}

function lastedSince(roster: Roster, post: Post, cover: Cover, points: readonly Date[]): Date {
  const changed = points.findLastIndex((point) => !sameCover(coverOf(roster, post, point), cover));
  return points[changed + 1] as Date;
}
