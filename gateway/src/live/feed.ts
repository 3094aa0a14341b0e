import { setTimeout as pause } from "node:timers/promises";
import type { SubgraphResponse } from "../engine/subgraphClient.js";
import { Fault } from "../engine/transport/fault.js";
import type { LiveSource, ShareFetch } from "./liveSource.js";
import { Message } from "./message.js";
import { backOff, isInterruption, mayGoOn, type Outage, outageAfter, type Patience } from "./outage.js";
import { type PresentState, type Resync, resyncIn, resyncResult } from "./resync.js";
import type { Subscriber } from "./subscriber.js";

export interface FeedOptions {
  /** Where to start; `null` for the present end of the stream. */
  readonly after: string | null;
  readonly patience: Patience;
  /** What subscribers are told when their position is refused, before the feed goes on where the log ends. */
  readonly readState: PresentState["read"] | undefined;
  /** What lets several feeds share what they fetch for one event. */
  readonly share: (feed: Feed, cursor: string) => ShareFetch | undefined;
  /** Called whenever the position has changed, after everybody has got the event. */
  readonly onPosition: (feed: Feed) => void;
  readonly onEnd: (feed: Feed) => void;
  readonly onError: (problem: unknown) => void;
}

let feeds = 0;

/** One upstream, executed once per event for all its subscribers; taken up again at its position when it is lost. */
export class Feed {
  readonly id = ++feeds;
  readonly subscribers = new Set<Subscriber>();
  /** The cursor of the last event that subscribers have got, or where the stream started; `null` while unknown. */
  position: string | null;
  /** Whether it follows the end of the stream; one that starts at a cursor may be behind. */
  readonly isPresent: boolean;
  /** Results handed to subscribers. */
  events = 0;
  /** How often its upstream was lost and opened again. */
  interruptions = 0;
  /** Whether it waits before it tries its upstream again. */
  isWaiting = false;
  /** Since when it is open, or waits. */
  since = new Date();
  /** Milliseconds from an event's arrival until it was handed to the last subscriber. */
  lagMs = 0;
  #outage: Outage | undefined;
  /** How often its position was refused without an event between. */
  #resyncs = 0;
  #ended = false;
  #opening = new AbortController();

  constructor(
    private source: LiveSource,
    private readonly options: FeedOptions,
  ) {
    this.position = options.after;
    this.isPresent = options.after === null;
  }

  get log(): string | undefined {
    return this.source.log;
  }

  /** Where its log ends now. @throws Fault */
  head(signal: AbortSignal): Promise<string | null> {
    return this.source.head(signal);
  }

  /** Follows the upstream until it is complete, fails for good, or the feed is ended. */
  async run(): Promise<void> {
    while (!this.#ended) {
      const opening = new AbortController();
      this.#opening = opening;
      if (!this.#outage) this.since = new Date();
      const openedAt = performance.now();
      const interruption = await this.#read(opening.signal);
      if (this.#ended) return;
      if (opening.signal.aborted) continue; // another plan took over
      if (interruption === undefined) return this.complete();
      this.interruptions++;
      if (!this.#outage) this.since = new Date();
      this.#outage = outageAfter(this.#outage, interruption, openedAt, performance.now());
      if (!mayGoOn(this.#outage, interruption, this.options.patience)) return this.#giveUp(interruption);
      await this.#wait(backOff(this.#outage.attempts), opening.signal);
    }
  }

  async #wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    this.isWaiting = true;
    await pause(milliseconds, undefined, { signal }).catch(() => undefined);
    this.isWaiting = false;
  }

  async #giveUp(interruption: SubgraphResponse): Promise<void> {
    this.fail(await this.source.answer(interruption));
  }

  /** Goes on with another plan: at once for the next event when the upstream stays the same, else from the position. */
  replace(source: LiveSource): void {
    const isSame = source.upstream === this.source.upstream;
    // A stream that cannot be resumed ends on the plan it began with.
    if (!isSame && (source.log === undefined || this.position === null)) return;
    this.source = source;
    if (!isSame) this.#opening.abort();
  }

  /** Tells subscribers why nothing more comes. */
  fail(result: string): void {
    this.#deliver(new Message(result, null));
    this.complete();
  }

  complete(): void {
    const { subscribers } = this;
    this.end();
    for (const subscriber of subscribers) subscriber.complete();
  }

  /** Closes the upstream; subscribers are told nothing. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#opening.abort();
    this.options.onEnd(this);
  }

  /** @returns what interrupted it; nothing when the subgraph completed it, or it was aborted */
  async #read(signal: AbortSignal): Promise<SubgraphResponse | undefined> {
    const { source } = this;
    try {
      if (this.position === null && source.log !== undefined) this.#moveTo(await source.head(signal));
      for await (const event of source.open(this.position, signal)) {
        if (signal.aborted) return undefined;
        if (source.log !== undefined) {
          if (isInterruption(event)) return event;
          const resync = resyncIn(event);
          if (resync && this.options.readState) {
            await this.#resync(resync, this.options.readState, signal);
            return event;
          }
        }
        await this.#take(event, signal);
      }
      return undefined;
    } catch (problem) {
      if (problem instanceof Fault) return problem.answer("");
      this.options.onError(problem);
      return { data: null, errors: [{ message: "Unexpected error." }] };
    }
  }

  /** Tells how everything stands, and moves to where the log ended before that was read: nothing falls between. */
  async #resync(resync: Resync, readState: PresentState["read"], signal: AbortSignal): Promise<void> {
    const { result, extent } = await readState();
    const isLastAttempt = (this.#outage?.failures ?? 0) + 1 >= this.options.patience.failures;
    if (signal.aborted || extent === "NOTHING" || (extent === "PART" && !isLastAttempt)) return; // it is refused again
    if (++this.#resyncs > this.options.patience.failures) return;
    this.#deliver(new Message(resyncResult(resync, result), resync.head));
    this.#moveTo(resync.head);
    this.#outage = undefined;
  }

  async #take(event: SubgraphResponse, signal: AbortSignal): Promise<void> {
    const arrivedAt = performance.now();
    if (this.#outage) this.since = new Date();
    this.#outage = undefined;
    this.#resyncs = 0;
    const cursor = this.source.cursorOf(event);
    const result = await this.source.answer(event, cursor === null ? undefined : this.options.share(this, cursor));
    if (signal.aborted) return; // whoever follows from the position gets it again
    this.#deliver(new Message(result, cursor));
    this.lagMs = performance.now() - arrivedAt;
    if (cursor !== null) this.#moveTo(cursor);
  }

  #deliver(message: Message): void {
    this.events++;
    for (const subscriber of this.subscribers) subscriber.next(message);
  }

  #moveTo(position: string | null): void {
    this.position = position;
    this.options.onPosition(this);
  }
}
