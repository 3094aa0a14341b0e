import { createHash } from "node:crypto";
import type { Way } from "./clients.js";
import type { Feed } from "./feed.js";
import type { LiveStreams } from "./liveStreams.js";

/** What an operator sees of one upstream. */
export interface StreamReport {
  /** Not another upstream's, as long as the gateway runs. */
  readonly id: number;
  /** The operation's name, as its clients call it. */
  readonly operation: string;
  /** Eight hexadecimal digits of its document's SHA-256. */
  readonly document: string;
  /** The subgraph and the field that is followed; absent when it cannot be resumed. */
  readonly log: string | undefined;
  readonly state: "OPEN" | "WAITING";
  /** Since when it is open, or its upstream is lost. */
  readonly since: Date;
  /** Whether its clients came with a cursor and have not yet met those who follow the end. */
  readonly isCatchingUp: boolean;
  readonly subscribers: number;
  readonly subscribersBy: Readonly<Record<Way, number>>;
  /** Bytes sent to its clients that wait to be read. */
  readonly unread: number;
  readonly position: string | null;
  /**
   * Positions of the log after it: events on their way, and those that this stream does not ask for. `null` where
   * cursors are no numbers.
   */
  readonly behindHead: number | null;
  /** Results handed to subscribers since it was opened. */
  readonly events: number;
  /** How often its upstream was lost. */
  readonly interruptions: number;
  /** Milliseconds between the arrival of the last event and its last socket. */
  readonly lagMs: number;
}

const MOST_REPORTED = 200; // streams, so that neither the report nor the page grows without end
const HEAD_PATIENCE_MS = 500;

/** Every upstream there is, those with most subscribers first. */
export async function streamReports({ streams }: LiveStreams): Promise<readonly StreamReport[]> {
  const feeds = [...streams].flatMap(({ group, request }) => [...group.feeds].map((feed) => ({ feed, request })));
  const reported = feeds
    .sort((one, other) => other.feed.subscribers.size - one.feed.subscribers.size)
    .slice(0, MOST_REPORTED);
  const heads = await headsOf(reported.map(({ feed }) => feed));
  return reported.map(({ feed, request }) => ({
    id: feed.id,
    operation: request.name,
    document: createHash("sha256").update(request.text).digest("hex").slice(0, 8),
    log: feed.log,
    state: feed.isWaiting ? "WAITING" : "OPEN",
    since: feed.since,
    isCatchingUp: !feed.isPresent,
    subscribers: feed.subscribers.size,
    ...clientsOf(feed),
    position: feed.position,
    behindHead: distance(feed.position, heads.get(feed.log)),
    events: feed.events,
    interruptions: feed.interruptions,
    lagMs: Math.round(feed.lagMs * 10) / 10,
  }));
}

function clientsOf({ subscribers }: Feed): Pick<StreamReport, "subscribersBy" | "unread"> {
  const subscribersBy = { websocket: 0, "event-stream": 0, multipart: 0 };
  let unread = 0;
  for (const subscriber of subscribers) {
    subscribersBy[subscriber.way]++;
    unread += subscriber.unread;
  }
  return { subscribersBy, unread };
}

/** Where the logs end; each is asked once. */
async function headsOf(feeds: readonly Feed[]): Promise<ReadonlyMap<string | undefined, string | null>> {
  const oneOfEach = new Map(feeds.map((feed) => [feed.log, feed]));
  oneOfEach.delete(undefined);
  const signal = AbortSignal.timeout(HEAD_PATIENCE_MS);
  const head = async (feed: Feed) => [feed.log, await feed.head(signal).catch(() => null)] as const;
  return new Map(await Promise.all([...oneOfEach.values()].map(head)));
}

const NUMBER = /^\d{1,18}$/;

function distance(position: string | null, head: string | null | undefined): number | null {
  if (!position || !head || !NUMBER.test(position) || !NUMBER.test(head)) return null;
  return Math.max(0, Number(BigInt(head) - BigInt(position)));
}
