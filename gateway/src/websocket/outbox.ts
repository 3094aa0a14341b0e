import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { type Closing, tooSlow } from "./closing.js";

const GOODBYE = 2_000; // milliseconds a client has to answer a close before its connection is cut

/** Sends a socket's messages, and lets the client go when it leaves too many bytes unread. */
export class Outbox {
  /** Called when the client is let go for reading too slowly: nothing need be made ready for it any more. */
  onLetGo: () => void = () => {};

  constructor(
    private readonly socket: WebSocket,
    /** The connection below the socket, which takes frames that are ready. */
    private readonly connection: Duplex,
    /** Bytes that may wait to be read. */
    private readonly mostUnread: number,
  ) {}

  send(message: string): void {
    if (this.#mayWrite()) this.socket.send(message);
  }

  /** Sends a frame made for many sockets: the same bytes for all, past what `ws` would do for each. */
  sendFrame(frame: readonly Buffer[]): void {
    if (!this.#mayWrite()) return;
    if (frame.length === 1) return void this.connection.write(frame[0] as Buffer);
    this.connection.cork();
    for (const part of frame) this.connection.write(part);
    this.connection.uncork();
  }

  #mayWrite(): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    if (this.connection.writableLength <= this.mostUnread) return true;
    this.close(tooSlow);
    this.onLetGo();
    return false;
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
