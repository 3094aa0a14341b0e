import type { RefusedOutcome, SubscriptionOutcome } from "../engine/engine.js";
import { Clients } from "./clients.js";
import type { Feed } from "./feed.js";
import { defaultPatience, type Patience } from "./outage.js";
import { type PresentState, readTogether } from "./resync.js";
import { SharedFetches } from "./sharedFetches.js";
import { StreamGroup } from "./streamGroup.js";
import type { Subscriber } from "./subscriber.js";

/** A subscription as a client asked for it. */
export interface LiveRequest {
  /** Plans it on the graph in service; asked again whenever that has changed. */
  readonly plan: () => Promise<SubscriptionOutcome>;
  /** Whoever has the same key sees the same; see `visibilityOf`. */
  readonly visibility: string;
  /** What an operator sees of it: the operation's name, and its document. */
  readonly name: string;
  readonly text: string;
  /** Words for what is refused after a reload. */
  readonly refusal: (outcome: RefusedOutcome) => string;
  /** The cursor that the connection itself says it has seen, such as `Last-Event-ID`: goes before the operation's. */
  readonly after?: string | undefined;
  /** What its client wants to be told when it comes back with a position that the log does not reach back to. */
  readonly state?: PresentState | undefined;
}

/** A client's place in a stream. */
export interface LiveSubscription {
  readonly kind: "live";
  /** Where it started; `null` where that is not known. */
  readonly position: string | null;
  leave(): void;
}

interface Kept {
  readonly group: StreamGroup;
  readonly request: LiveRequest;
}

/** All live streams of a gateway: equal subscriptions share one upstream and one execution per event. */
export class LiveStreams {
  readonly #groups = new Map<string, Kept>();
  #graphs = 1;
  #since = new Date();
  readonly #fetches = new SharedFetches();
  readonly clients = new Clients();

  constructor(
    private readonly onError: (problem: unknown) => void,
    private readonly patience: Patience = defaultPatience,
  ) {}

  get streams(): Iterable<Kept> {
    return this.#groups.values();
  }

  get subscribers(): number {
    let subscribers = 0;
    for (const { group } of this.#groups.values()) subscribers += group.subscribers;
    return subscribers;
  }

  /** Since when the graph in service is, and how many there were before. */
  get graph(): { readonly since: Date; readonly reloads: number } {
    return { since: this.#since, reloads: this.#graphs - 1 };
  }

  async subscribe(request: LiveRequest, subscriber: Subscriber): Promise<LiveSubscription | RefusedOutcome> {
    const outcome = await this.#planned(request);
    if (outcome.kind === "refused") return outcome;
    const { source } = outcome;
    const key = `${request.visibility}\n${request.state?.name ?? ""}\n${source.shape}`;
    const kept = this.#groups.get(key) ?? { group: this.#createGroup(key, request), request };
    this.#groups.set(key, kept);
    kept.group.join(subscriber, source, request.after ?? source.after);
    return {
      kind: "live",
      position: kept.group.positionOf(subscriber),
      leave: () => kept.group.leave(subscriber),
    };
  }

  /** Takes every stream over to the graph now in service. */
  async replan(): Promise<void> {
    this.#graphs++;
    this.#since = new Date();
    await Promise.all([...this.#groups.values()].map((kept) => this.#replan(kept)));
  }

  /** On the graph in service: planned again when that changed meanwhile. */
  async #planned(request: LiveRequest): Promise<SubscriptionOutcome> {
    const graph = this.#graphs;
    const outcome = await request.plan();
    return graph === this.#graphs ? outcome : this.#planned(request);
  }

  async #replan({ group, request }: Kept): Promise<void> {
    try {
      const outcome = await request.plan();
      if (outcome.kind === "refused") group.fail(request.refusal(outcome));
      else group.replace(outcome.source);
    } catch (problem) {
      this.onError(problem);
    }
  }

  #createGroup(key: string, { visibility, state }: LiveRequest): StreamGroup {
    return new StreamGroup({
      patience: this.patience,
      readState: state && readTogether(state.read),
      share: (feed, cursor) =>
        this.#isOnlyOn(feed) ? undefined : this.#fetches.forEvent(`${visibility}\n${feed.log}\n${cursor}`),
      onEmpty: () => this.#groups.delete(key),
      onError: this.onError,
    });
  }

  /** Fetches of the only feed over a log need not be kept for others. */
  #isOnlyOn({ log }: Feed): boolean {
    let feeds = 0;
    for (const { group } of this.#groups.values()) for (const feed of group.feeds) if (feed.log === log) feeds++;
    return feeds < 2;
  }
}
