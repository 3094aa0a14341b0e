import type { WebSocket } from "ws";
import { type Closing, tooSlow } from "./closing.js";

const GOODBYE = 2_000; // milliseconds a client has to answer a close before its connection is cut

/** Sends a socket's messages, and lets the client go when it leaves too many bytes unread. */
export class Outbox {
  /** Called when the client is let go for reading too slowly: nothing need be made ready for it any more. */
  onLetGo: () => void = () => {};

  constructor(
    private readonly socket: WebSocket,
    /** Bytes that may wait to be read. */
    private readonly mostUnread: number,
  ) {}

  send(message: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.mostUnread) {
      this.close(tooSlow);
      this.onLetGo();
    } else this.socket.send(message);
  }

  close(why: Closing): void {
    closeSocket(this.socket, why);
  }
}

/** Closes a socket for a reason; a client that does not answer is cut off. */
export function closeSocket(socket: WebSocket, { code, reason }: Closing): void {
  socket.close(code, reason);
  const cut = setTimeout(() => socket.terminate(), GOODBYE);
  cut.unref();
  socket.once("close", () => clearTimeout(cut));
}
