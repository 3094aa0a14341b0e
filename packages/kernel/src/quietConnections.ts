import type { Server } from "node:http";
import type { Socket } from "node:net";

const LOOK = 50; // ms between two looks for connections that have become idle
const PATIENCE = 20_000; // ms that running requests are given

/**
 * Lets a server close as soon as its running requests have ended: connections that were opened and never used count as
 * busy in Node, and those whose request ends while it closes are kept alive.
 *
 * @returns to be called when the server begins to close
 */
export function endQuietConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  server.on("request", ({ socket }) => unused.delete(socket));
  server.on("upgrade", ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
    const looking = setInterval(() => server.closeIdleConnections(), LOOK);
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.once("close", () => {
      clearInterval(looking);
      clearTimeout(impatience);
    });
  };
}
