import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Message } from "../live/message.js";
import { type Closing, tooSlow } from "./closing.js";

const GOODBYE = 2_000; // milliseconds a client has to answer a close before its connection is cut

/** Whoever speaks through an outbox. */
export interface OutboxOwner {
  /** The client is let go for leaving so many bytes unread: nothing need be made ready for it any more. */
  letGo(unread: number): void;
}

/** Sends a socket's messages, and lets the client go when it leaves too many bytes unread. */
export class Outbox {
  owner: OutboxOwner | undefined;

  constructor(
    private readonly socket: WebSocket,
    /** The connection below the socket, which takes frames that are ready. */
    private readonly connection: Duplex,
    /** Bytes that may wait to be read. */
    private readonly mostUnread: number,
  ) {}

  /** Bytes that wait for the client to read. */
  get unread(): number {
    return this.connection.writableLength;
  }

  send(message: string): void {
    if (this.#mayWrite()) this.socket.send(message);
  }

  /** Sends a result that goes to many sockets: past what `ws` would do for each. */
  sendNext(id: string, message: Message): void {
    if (this.#mayWrite()) message.writeFrame(this.connection, id);
  }

  #mayWrite(): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    const { unread } = this;
    if (unread <= this.mostUnread) return true;
    this.close(tooSlow);
    this.owner?.letGo(unread);
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
