import { createClient } from "graphql-ws";
import WebSocket from "ws";

/** Something with a place in a log. */
export interface Placed {
  readonly cursor: string;
}

/** A patient subscriber: whatever breaks, it subscribes again after the last cursor it has seen. */
export interface Follower<E> extends AsyncDisposable {
  readonly received: readonly E[];
  /** Why the stream ended so far, once per ending. */
  readonly endings: readonly string[];
  /** Waits until something that matches has come. */
  until(matches: (event: E) => boolean): Promise<void>;
}

const PAUSE = 200; // ms between two attempts

export function follow<E extends Placed>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  from: string,
): Follower<E> {
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    shouldRetry: () => true,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
  });
  const received: E[] = [];
  const endings: string[] = [];
  let news = Promise.withResolvers<void>();
  let over = false;
  const given = {
    ...variables,
    get after() {
      return received.at(-1)?.cursor ?? from;
    },
  };
  const subscribe = () => {
    const ended = (reason: string) => {
      endings.push(reason);
      if (!over) setTimeout(subscribe, PAUSE);
    };
    client.subscribe<Record<string, E | null>>(
      { query, variables: given },
      {
        next: ({ data }) => {
          const [event] = Object.values(data ?? {});
          if (event) received.push(event);
          news.resolve();
          news = Promise.withResolvers();
        },
        error: (problem) => ended(JSON.stringify(problem)),
        complete: () => ended("complete"),
      },
    );
  };
  subscribe();
  return {
    received,
    endings,
    async until(matches) {
      while (!received.some(matches)) await news.promise;
    },
    [Symbol.asyncDispose]: async () => {
      over = true;
      await client.dispose();
    },
  };
}
