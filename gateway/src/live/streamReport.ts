import type { LiveStreams } from "./liveStreams.js";

/** What an operator sees of one upstream. */
export interface StreamReport {
  /** The operation's name, as its clients call it. */
  readonly operation: string;
  /** The field that is followed; absent when it cannot be resumed. */
  readonly log: string | undefined;
  readonly state: "OPEN" | "WAITING";
  readonly subscribers: number;
  readonly position: string | null;
  /** Results handed to subscribers since it was opened. */
  readonly events: number;
  /** How often its upstream was lost. */
  readonly interruptions: number;
  /** Milliseconds between the arrival of the last event and its last socket. */
  readonly lagMs: number;
}

/** Every upstream there is, those with most subscribers first. */
export const streamReports = ({ streams }: LiveStreams): StreamReport[] =>
  [...streams]
    .flatMap(({ group, request }) =>
      [...group.feeds].map(
        (feed): StreamReport => ({
          operation: request.name,
          log: feed.log,
          state: feed.isWaiting ? "WAITING" : "OPEN",
          subscribers: feed.subscribers.size,
          position: feed.position,
          events: feed.events,
          interruptions: feed.interruptions,
          lagMs: Math.round(feed.lagMs * 10) / 10,
        }),
      ),
    )
    .sort((one, other) => other.subscribers - one.subscribers);
