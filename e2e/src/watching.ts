import { createClient } from "graphql-ws";
import WebSocket from "ws";

/** A subscriber, with everything it was sent. */
export interface Watching<T> extends AsyncDisposable {
  readonly received: readonly T[];
  /** When each came, in milliseconds of this machine's clock. */
  readonly times: readonly number[];
  /** Waits until so many have come. */
  until(count: number): Promise<readonly T[]>;
}

export interface WatchOptions {
  /** Events with errors in them are taken as they are. */
  readonly tolerant?: boolean;
}

export function watch<T>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  connectionParams: object,
  { tolerant = false }: WatchOptions,
): Promise<Watching<T>> {
  const client = createClient({
    url: `${url}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { ...connectionParams },
  });
  const received: T[] = [];
  const times: number[] = [];
  let wake = Promise.withResolvers<void>();
  let failure: unknown;
  client.subscribe<T>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (errors?.length && !tolerant) failure = new Error(JSON.stringify(errors));
        if (data) {
          times.push(Date.now());
          received.push(data);
        }
        wake.resolve();
      },
      error: (error) => {
        failure = error;
        wake.resolve();
      },
      complete: () => wake.resolve(),
    },
  );
  return Promise.resolve({
    received,
    times,
    async until(count: number) {
      while (received.length < count) {
        if (failure) throw failure;
        await wake.promise;
        wake = Promise.withResolvers();
      }
      return received;
    },
    [Symbol.asyncDispose]: async () => client.dispose(),
  });
}
