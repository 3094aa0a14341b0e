import { once } from "node:events";
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { PerAddress } from "../limits/connections.js";
import type { AllowsOrigin } from "../origins.js";
import type { Services } from "../services.js";
import * as closing from "./closing.js";
import { Conversation } from "./conversation.js";
import { startHeartbeat } from "./heartbeat.js";
import { closeSocket, Outbox } from "./outbox.js";
import type { SocketLimits } from "./socketLimits.js";

/** Serves `graphql-transport-ws` at /graphql on an HTTP server's port. Disposing closes every socket with 1001. */
export function serveWebSockets(
  server: Server,
  services: Services,
  limits: SocketLimits,
  allows: AllowsOrigin,
): AsyncDisposable {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: services.limits.bodyBytes,
    perMessageDeflate: false,
    // A client of another protocol is accepted first, so that it can be told 4406 instead of a bare failure.
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : ([...offered][0] ?? false),
  });
  const perAddress = new PerAddress(services.limits.connectionsPerAddress);
  const heartbeat = startHeartbeat(sockets, limits.pingMs);

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", destroyIt);
    if (request.url?.split("?")[0] !== "/graphql") return refuse(socket, 404);
    if (!isOriginAllowed(request, allows)) return refuse(socket, 403);
    const address = services.addressOf(request) ?? "unknown";
    if (!perAddress.take(address)) return refuse(socket, 429);
    releaseOnClose(socket, perAddress, address);
    sockets.handleUpgrade(request, socket, head, (accepted) => converse(accepted, socket, request));
  });

  function converse(socket: WebSocket, connection: Duplex, request: IncomingMessage): void {
    const outbox = new Outbox(socket, connection, limits.unreadBytes);
    if (socket.protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      Conversation.hold(socket, new Conversation(services, limits, outbox, request));
    } else outbox.close(closing.otherProtocol);
  }

  return {
    async [Symbol.asyncDispose]() {
      heartbeat[Symbol.dispose]();
      const open = [...sockets.clients];
      for (const socket of open) closeSocket(socket, closing.goingAway);
      await Promise.all(open.map((socket) => socket.readyState === socket.CLOSED || once(socket, "close")));
      sockets.close();
    },
  };
}

/** One function for all: a closure made beside the request would keep that as long as the socket. */
function destroyIt(this: Duplex): void {
  this.destroy();
}

/** Apart for the same reason. */
function releaseOnClose(socket: Duplex, perAddress: PerAddress, address: string): void {
  socket.once("close", () => perAddress.release(address));
}

/** Pages of foreign origins may not open sockets; clients that are no browsers send no origin. */
function isOriginAllowed({ headers }: IncomingMessage, allows: AllowsOrigin): boolean {
  const { origin, host } = headers;
  if (!origin || allows(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
