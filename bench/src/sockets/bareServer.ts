import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { Sender, WebSocket, WebSocketServer } from "ws";
import { eventResult } from "./graph.ts";

// The limit: websockets that are answered with one prepared frame for all of them, written as it is.
const sockets = new Map<WebSocket, Duplex>();
let head = 0;

const server = createServer((request, response) => {
  if (request.url === "/step") broadcast();
  response.setHeader("content-type", "application/json").end('{"data":{}}');
});
const accepting = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on("upgrade", (request, connection, upgradeHead) => {
  accepting.handleUpgrade(request, connection, upgradeHead, (socket) => {
    sockets.set(socket, connection);
    socket.on("message", () => {});
    socket.once("close", () => sockets.delete(socket));
  });
});
server.listen(Number(process.argv[2]), "127.0.0.1");

function broadcast() {
  const message = Buffer.from(JSON.stringify({ id: "1", type: "next", payload: eventResult(++head) }));
  const frame = Buffer.concat(
    Sender.frame(message, { fin: true, opcode: 1, mask: false, readOnly: true, rsv1: false }),
  );
  for (const [socket, connection] of sockets) if (socket.readyState === WebSocket.OPEN) connection.write(frame);
}
