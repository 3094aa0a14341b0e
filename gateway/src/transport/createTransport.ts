import type { SubgraphClient } from "../engine/subgraphClient.js";
import type { RequestContext } from "../requestContext.js";
import { httpFetch } from "./httpFetch.js";
import { socketSubscribe } from "./socketSubscribe.js";
import type { TransportSettings } from "./transportSettings.js";

/** Reaches subgraphs over HTTP, and over a websocket for subscriptions. */
export type Transport = SubgraphClient<RequestContext> & AsyncDisposable;

export function createTransport(settings: TransportSettings): Transport {
  const fetch = httpFetch(settings);
  const subscribe = socketSubscribe(settings);
  return {
    fetch,
    subscribe,
    async [Symbol.asyncDispose]() {
      await Promise.all([fetch[Symbol.asyncDispose](), subscribe[Symbol.asyncDispose]()]);
    },
  };
}
