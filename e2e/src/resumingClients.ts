import { createClient } from "graphql-ws";
import WebSocket from "ws";

/** A subscriber that remembers its last cursor and comes back with it, whatever happens to its connection. */
export interface ResumingClient extends AsyncDisposable {
  readonly cursors: readonly string[];
  /** Ends that were none of its own making: what the stream said. */
  readonly endings: readonly unknown[];
  /** Breaks its connection. */
  disconnect(): void;
}

export interface Wanted {
  readonly url: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly from: string;
  readonly connectionParams?: Record<string, unknown>;
}

interface Result {
  readonly data?: Readonly<Record<string, { readonly cursor: string } | null>> | null;
  readonly errors?: unknown;
}

const PAUSE = 100; // ms
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE * (0.5 + Math.random())));

/** Over `graphql-transport-ws`; the client sends its variables anew with every connection. */
export function overWebSocket({ url, query, variables, from, connectionParams }: Wanted): ResumingClient {
  let socket: WebSocket | undefined;
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    shouldRetry: () => true,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: pause,
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
    },
    ...(connectionParams && { connectionParams }),
  });
  const cursors: string[] = [];
  const endings: unknown[] = [];
  const resuming = {
    ...variables,
    get after() {
      return cursors.at(-1) ?? from;
    },
  };
  client.subscribe<Result["data"]>(
    { query, variables: resuming },
    {
      next: ({ data, errors }) => note({ data: data ?? null, errors }, cursors, endings),
      error: (problem) => endings.push(problem),
      complete: () => {},
    },
  );
  return {
    cursors,
    endings,
    disconnect: () => socket?.terminate(),
    [Symbol.asyncDispose]: async () => client.dispose(),
  };
}

/** Over server-sent events, as a browser's `EventSource` does it: the last `id` goes into `Last-Event-ID`. */
export function overEventStream({ url, query, variables, from }: Wanted): ResumingClient {
  const cursors: string[] = [];
  const endings: unknown[] = [];
  let isOver = false;
  let connection = new AbortController();
  const address = new URL(`${url}/graphql`);
  address.searchParams.set("query", query);
  address.searchParams.set("variables", JSON.stringify(variables));

  async function read() {
    connection = new AbortController();
    const headers = { accept: "text/event-stream", "last-event-id": cursors.at(-1) ?? from };
    const response = await fetch(address, { headers, signal: connection.signal });
    let rest = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const data = /^data: (.+)$/m.exec(block)?.[1];
        if (data) note(JSON.parse(data) as Result, cursors, endings);
      }
    }
  }
  const reading = (async () => {
    while (!isOver) {
      await read().catch(() => undefined);
      await pause();
    }
  })();
  return {
    cursors,
    endings,
    disconnect: () => connection.abort(),
    async [Symbol.asyncDispose]() {
      isOver = true;
      connection.abort();
      await reading;
    },
  };
}

function note({ data, errors }: Result, cursors: string[], endings: unknown[]): void {
  const event = Object.values(data ?? {})[0];
  if (event) cursors.push(event.cursor);
  else endings.push(errors);
}
