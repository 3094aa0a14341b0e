import { createClient } from "graphql-ws";
import WebSocket from "ws";

// One document: what is followed, and the query that reads how it stands.
const QUEUE = /* GraphQL */ `
  subscription Queue($outletId: ID!, $after: String) {
    queueEvents(outletId: $outletId, after: $after) { cursor ticket { id } }
  }
  query QueueNow($outletId: ID!) {
    outlet(id: $outletId) { windows { waiting { id } } }
  }`;

interface Event {
  readonly queueEvents: { readonly cursor: string; readonly ticket: { readonly id: string } | null } | null;
}

interface Resync {
  readonly code: string;
  readonly head: string;
  readonly state: {
    readonly data: {
      readonly outlet: { readonly windows: readonly { readonly waiting: readonly { id: string }[] }[] };
    };
    readonly errors?: unknown;
  };
}

/** A screen of the tickets that wait in the hall: each that was drawn, for nobody is called. */
export interface TicketKeeper extends AsyncDisposable {
  readonly tickets: ReadonlySet<string>;
  /** Up to where it knows everything, by an event or by the present state. */
  readonly position: string;
  readonly cursors: readonly string[];
  /** How often it was told how everything stands, and after which position it went on. */
  readonly heads: readonly string[];
  /** What it could not make anything of. */
  readonly others: readonly unknown[];
  /** Breaks its connection. */
  disconnect(): void;
}

/** Follows from a cursor on; where the log does not reach back to it, it takes the present state. */
export function keepTickets(url: string, from: string): TicketKeeper {
  let socket: WebSocket | undefined;
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    shouldRetry: () => true,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 50 * (0.5 + Math.random()))),
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
    },
  });
  let tickets = new Set<string>();
  let cursor = from;
  const cursors: string[] = [];
  const heads: string[] = [];
  const others: unknown[] = [];
  const variables = {
    outletId: "taoshan-hall",
    get after() {
      return cursor;
    },
  };
  client.subscribe<Event>(
    { query: QUEUE, operationName: "Queue", variables, extensions: { resync: "QueueNow" } },
    {
      next({ data, errors }) {
        const resync = errors?.[0]?.extensions as Resync | undefined;
        if (data?.queueEvents) {
          const { ticket } = data.queueEvents;
          cursor = data.queueEvents.cursor;
          cursors.push(cursor);
          if (ticket) tickets.add(ticket.id);
        } else if (resync?.code === "RESYNC" && !resync.state.errors) {
          const { windows } = resync.state.data.outlet;
          tickets = new Set(windows.flatMap(({ waiting }) => waiting.map(({ id }) => id)));
          cursor = resync.head;
          heads.push(cursor);
        } else others.push(errors);
      },
      error: (problem) => others.push(problem),
      complete: () => others.push("complete"),
    },
  );
  return {
    get tickets() {
      return tickets;
    },
    get position() {
      return cursor;
    },
    cursors,
    heads,
    others,
    disconnect: () => socket?.terminate(),
    [Symbol.asyncDispose]: async () => client.dispose(),
  };
}
