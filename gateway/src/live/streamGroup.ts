import { Feed, type FeedOptions } from "./feed.js";
import type { LiveSource } from "./liveSource.js";
import type { Subscriber } from "./subscriber.js";

export interface GroupOptions extends Pick<FeedOptions, "patience" | "readState" | "share" | "onError"> {
  readonly onEmpty: () => void;
}

/**
 * All feeds that answer the same events in the same way. Most of the time there is one. A client that comes back with an
 * older cursor gets a feed of its own, which is joined to another as soon as both have the same position; positions are
 * opaque, but feeds pass through them in one order, so a feed that catches up meets the other exactly.
 */
export class StreamGroup {
  readonly feeds = new Set<Feed>();
  readonly #feedOf = new Map<Subscriber, Feed>();

  constructor(private readonly options: GroupOptions) {}

  get subscribers(): number {
    return this.#feedOf.size;
  }

  /** @param after  the cursor it has seen last; `null` for what comes from now on */
  join(subscriber: Subscriber, source: LiveSource, after: string | null): void {
    const from = source.log === undefined ? null : after;
    const feed = this.#feedAt(from) ?? this.#start(source, from);
    feed.subscribers.add(subscriber);
    this.#feedOf.set(subscriber, feed);
  }

  leave(subscriber: Subscriber): void {
    const feed = this.#feedOf.get(subscriber);
    this.#feedOf.delete(subscriber);
    feed?.subscribers.delete(subscriber);
    if (feed?.subscribers.size === 0) feed.end();
  }

  /** Where a subscriber stands; what it has got so far ends there. */
  positionOf(subscriber: Subscriber): string | null {
    return this.#feedOf.get(subscriber)?.position ?? null;
  }

  #feedAt(after: string | null): Feed | undefined {
    const fits = (feed: Feed) => (after === null ? feed.isPresent : feed.position === after);
    return [...this.feeds].find(fits);
  }

  /** Goes on with another plan. */
  replace(source: LiveSource): void {
    for (const feed of this.feeds) feed.replace(source);
  }

  /** Tells everybody why nothing more comes. */
  fail(result: string): void {
    for (const feed of [...this.feeds]) feed.fail(result);
  }

  #start(source: LiveSource, after: string | null): Feed {
    const feed = new Feed(source, {
      ...this.options,
      after,
      onPosition: (moved) => this.#meet(moved),
      onEnd: (ended) => this.#forget(ended),
    });
    this.feeds.add(feed);
    void feed.run();
    return feed;
  }

  #meet(moved: Feed): void {
    if (this.feeds.size < 2 || moved.position === null) return;
    const other = [...this.feeds].find((feed) => feed !== moved && feed.position === moved.position);
    if (!other) return;
    const [from, to] = moved.isPresent && !other.isPresent ? [other, moved] : [moved, other];
    const movers = [...from.subscribers];
    from.subscribers.clear();
    for (const subscriber of movers) {
      to.subscribers.add(subscriber);
      this.#feedOf.set(subscriber, to);
    }
    from.end();
  }

  #forget(ended: Feed): void {
    this.feeds.delete(ended);
    for (const subscriber of ended.subscribers) this.#feedOf.delete(subscriber);
    if (this.feeds.size === 0) this.options.onEmpty();
  }
}
