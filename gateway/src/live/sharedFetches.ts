import { LRUCache } from "lru-cache";
import type { SubgraphOperation, SubgraphResponse } from "../engine/subgraphClient.js";
import type { ShareFetch } from "./liveSource.js";

/** Events whose fetches are remembered: subscriptions over one log are at most a few events apart. */
const KEPT = 64;

/**
 * What several subscriptions fetch for the same event on behalf of the same viewer is fetched once. An event's fetches
 * never serve a later event, so nobody sees a state older than the event.
 */
export class SharedFetches {
  readonly #events = new LRUCache<string, Map<string, Promise<SubgraphResponse>>>({ max: KEPT });
  readonly #texts = new WeakMap<SubgraphOperation, string>();

  /** @param event  names the event and the viewer */
  forEvent(event: string): ShareFetch {
    const fetches = this.#events.get(event) ?? new Map<string, Promise<SubgraphResponse>>();
    this.#events.set(event, fetches);

    return async (subgraph, { operation, variables }, fetch) => {
      const key = `${subgraph} ${this.#textOf(operation)} ${variables}`;
      const known = fetches.get(key);
      const shared = known && (await known.catch(() => undefined));
      if (shared && !shared.errors) return structuredClone(shared); // the engine writes into what it is given
      const fetched = fetch();
      fetches.set(key, fetched);
      return structuredClone(await fetched);
    };
  }

  /** An operation's text without its name, which is the client's. */
  #textOf(operation: SubgraphOperation): string {
    const known = this.#texts.get(operation);
    if (known !== undefined) return known;
    const text = operation.query.replace(/^query\s+\w+/, "query");
    this.#texts.set(operation, text);
    return text;
  }
}
