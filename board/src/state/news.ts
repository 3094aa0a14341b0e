import type { Named } from "./boardState.js";
import { type Cursors, isAfter } from "./cursor.js";

/** What the board remembers of an event that happened, for the list of the latest. */
export interface News {
  readonly stream: keyof Cursors;
  readonly cursor: string;
  readonly type: string;
  readonly at: string;
  readonly windowId: string | null;
  /** The case's number, the ticket's number or the post. */
  readonly subject: string | null;
  readonly matter: Named | null;
  readonly officer: Named | null;
  readonly actingFor: Named | null;
  readonly percent: number | null;
}

const REMEMBERED = 40; // events per stream

/** The list with one more in front, never longer than is shown. */
export const withNews = (news: readonly News[], one: News): News[] => [one, ...news.slice(0, REMEMBERED - 1)];

/**
 * The latest of all streams, the newest first. Each stream keeps its own order, in which it was committed, whatever
 * the instants say; between streams the later instant comes first, and of one instant the later in the log.
 */
export function latestNews(news: Readonly<Record<keyof Cursors, readonly News[]>>, count: number): News[] {
  const queues = [news.cases, news.queue, news.duty].map((list) => ({ list, next: 0 }));
  const latest: News[] = [];
  while (latest.length < count) {
    const heads = queues.filter(({ list, next }) => next < list.length);
    const [first, ...others] = heads;
    if (!first) break;
    const newest = others.reduce((one, other) => (isNewer(headOf(other), headOf(one)) ? other : one), first);
    latest.push(headOf(newest));
    newest.next += 1;
  }
  return latest;
}

const headOf = ({ list, next }: { list: readonly News[]; next: number }) => list[next] as News;

const isNewer = (one: News, other: News) =>
  one.at === other.at ? isAfter(one.cursor, other.cursor) : one.at > other.at;

/** Identifies an event among all that are shown. */
export const newsKey = ({ stream, cursor }: News): string => `${stream}:${cursor}`;
