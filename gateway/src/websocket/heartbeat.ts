import type { WebSocket, WebSocketServer } from "ws";

/** Pings all clients at intervals and ends those that did not answer the ping before. */
export function startHeartbeat({ clients }: WebSocketServer, every: number): Disposable {
  const unanswered = new WeakSet<WebSocket>();
  const beat = () => {
    for (const socket of clients) {
      if (unanswered.has(socket)) {
        socket.terminate();
        continue;
      }
      unanswered.add(socket);
      socket.once("pong", () => unanswered.delete(socket));
      socket.ping();
    }
  };
  const timer = setInterval(beat, every);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
