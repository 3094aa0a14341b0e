import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type GraphQLSchema, graphql } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { graphSchema, rootOf } from "./graphSchema.js";
import type { Hall } from "./hall.js";
import { servePage } from "./servePage.js";

/** A gateway over a hall in memory: the built page, the graph over HTTP and websocket, and the office's time. */
export interface GraphServer extends AsyncDisposable {
  readonly url: string;
  /** Every socket breaks, as when a cable is pulled; clients may come back at once. */
  breakSockets(): void;
  /** Nothing is answered any more, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
}

export async function startGraphServer(hall: Hall): Promise<GraphServer> {
  const schema = graphSchema();
  const roots = rootOf(hall);
  let port = 0;
  let running = await listen(hall, schema, roots, port);
  port = running.port;
  return {
    url: `http://127.0.0.1:${port}`,
    breakSockets: () => running.breakSockets(),
    down: () => running.close(),
    async up() {
      running = await listen(hall, schema, roots, port);
    },
    [Symbol.asyncDispose]: () => running.close(),
  };
}

async function listen(hall: Hall, schema: GraphQLSchema, roots: ReturnType<typeof rootOf>, port: number) {
  const http = createServer((request, response) => void answer(hall, schema, roots, request, response));
  const sockets = new WebSocketServer({ server: http, path: "/graphql" });
  const live = useServer({ schema, roots: { subscription: roots } }, sockets);
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
  hall: Hall,
  schema: GraphQLSchema,
  rootValue: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://hall");
  if (pathname === "/graphql") {
    const { query, variables } = JSON.parse(await text(request)) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const result = await graphql({ schema, source: query, variableValues: variables, rootValue });
    response.setHeader("content-type", "application/graphql-response+json").end(JSON.stringify(result));
  } else if (pathname === "/health") {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ status: "ok", now: new Date(hall.now).toISOString() }));
  } else await servePage(pathname, response);
}
