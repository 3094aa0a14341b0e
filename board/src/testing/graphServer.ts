import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type ExecutionArgs, type GraphQLSchema, graphql, parse } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { graphSchema, rootOf } from "./graphSchema.js";
import type { Hall } from "./hall.js";
import { type Retention, subscribeTo } from "./liveSubscriptions.js";
import { servePage } from "./servePage.js";

/** A gateway over a hall in memory: the built page, the graph over HTTP and websocket, and the office's time. */
export interface GraphServer extends AsyncDisposable {
  readonly url: string;
  /** What is asked over HTTP, by name. */
  readonly asked: readonly string[];
  /** How many entries back the logs can be followed from now on. */
  keep(entries: number): void;
  /** Every socket breaks, as when a cable is pulled; clients may come back at once. */
  breakSockets(): void;
  /** Nothing is answered any more, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
}

export async function startGraphServer(hall: Hall): Promise<GraphServer> {
  const served: Served = {
    hall,
    schema: graphSchema(),
    roots: rootOf(hall),
    asked: [],
    kept: Number.POSITIVE_INFINITY,
  };
  let running = await listen(served, 0);
  const { port } = running;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: served.asked,
    keep(entries) {
      served.kept = entries;
    },
    breakSockets: () => running.breakSockets(),
    down: () => running.close(),
    async up() {
      running = await listen(served, port);
    },
    [Symbol.asyncDispose]: () => running.close(),
  };
}

/** What is served, whether it is reached or not. */
interface Served extends Retention {
  readonly hall: Hall;
  readonly schema: GraphQLSchema;
  readonly roots: ReturnType<typeof rootOf>;
  readonly asked: string[];
}

async function listen(served: Served, port: number) {
  const { schema, roots, hall } = served;
  const http = createServer((request, response) => void answer(served, request, response));
  const sockets = new WebSocketServer({ server: http, path: "/graphql" });
  const live = useServer(
    {
      onSubscribe: (_, __, payload): ExecutionArgs => ({
        schema,
        document: parse(payload.query),
        operationName: payload.operationName ?? null,
        variableValues: payload.variables ?? {},
        rootValue: roots,
        contextValue: payload,
      }),
      subscribe: (args) => subscribeTo(hall, served, args, args.contextValue as SubscribePayload),
    },
    sockets,
  );
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  const breakSockets = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    port: (http.address() as AddressInfo).port,
    breakSockets,
    async close() {
      breakSockets();
      http.closeAllConnections();
      await live.dispose();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function answer(
  { hall, schema, roots, asked }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://hall");
  if (pathname === "/graphql") {
    const { query, variables } = JSON.parse(await text(request)) as {
      query: string;
      variables: Record<string, unknown>;
    };
    asked.push(/query (\w+)/.exec(query)?.[1] ?? "");
    const result = await graphql({ schema, source: query, variableValues: variables, rootValue: roots });
    response.setHeader("content-type", "application/graphql-response+json").end(JSON.stringify(result));
  } else if (pathname === "/health") {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ status: "ok", now: new Date(hall.now).toISOString() }));
  } else await servePage(pathname, response);
}
