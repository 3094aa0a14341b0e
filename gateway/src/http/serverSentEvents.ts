import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Message } from "../live/message.js";
import type { Subscriber } from "../live/subscriber.js";

const KEEP_ALIVE = 12_000; // 12 seconds, below what proxies take for a dead connection
const MOST_UNSENT = 1024 * 1024; // 1 MiB that a slow client may leave unread before it is let go

/** One response that carries results as server-sent events. */
export class ServerSentEvents implements Subscriber {
  /** Resolves when the connection is. */
  readonly closed: Promise<unknown>;
  readonly #alive: NodeJS.Timeout;

  constructor(
    private readonly raw: ServerResponse,
    /** Called when the client is cut off for reading too slowly. */
    private readonly onLetGo: () => void,
  ) {
    this.closed = raw.closed ? Promise.resolve() : once(raw, "close");
    this.#alive = setInterval(() => raw.write(":\n\n"), KEEP_ALIVE);
    void this.closed.then(() => clearInterval(this.#alive));
    raw.flushHeaders();
  }

  /** Tells where the stream starts, so that a client that is cut off before the first event misses nothing either. */
  startAt(cursor: string | null): void {
    if (cursor !== null && !this.raw.destroyed) this.raw.write(`id: ${cursor}\n\n`);
  }

  next(message: Message): void {
    if (this.raw.writableLength > MOST_UNSENT) {
      this.onLetGo();
      this.cut();
    } else if (!this.raw.destroyed) this.raw.write(message.serverSentEvent());
  }

  complete(): void {
    this.raw.end("event: complete\ndata:\n\n");
  }

  cut(): void {
    this.raw.destroy();
  }
}
