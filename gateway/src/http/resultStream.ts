import type { ServerResponse } from "node:http";
import type { Way } from "../live/clients.js";
import type { Message } from "../live/message.js";
import type { Subscriber } from "../live/subscriber.js";

const KEEP_ALIVE = 12_000; // 12 seconds, below what proxies take for a dead connection
const MOST_UNSENT = 1024 * 1024; // 1 MiB that a slow client may leave unread before it is let go

/** How results are put into a response. */
export interface Encoding {
  readonly way: Way;
  readonly contentType: string;
  readonly opening: string;
  /** Says only that the connection is alive. */
  readonly alive: string;
  readonly complete: string;
  /** Tells where a stream starts, so that a client cut off before the first event misses nothing; "" if it cannot. */
  startAt(cursor: string): string;
  next(message: Message): Buffer | string;
}

/** One response that carries one result after the other. */
export class ResultStream implements Subscriber {
  /** Resolves when the connection is closed. */
  readonly closed: Promise<void>;

  constructor(
    private readonly raw: ServerResponse,
    private readonly encoding: Encoding,
    /** Called when the client is cut off for leaving so many bytes unread. */
    private readonly onLetGo: (unread: number) => void,
  ) {
    const alive = setInterval(() => raw.write(encoding.alive), KEEP_ALIVE);
    this.closed = new Promise((closed) => {
      const end = () => {
        clearInterval(alive);
        closed();
      };
      if (raw.closed) end();
      else raw.once("close", end);
    });
    raw.flushHeaders();
    if (encoding.opening) raw.write(encoding.opening);
  }

  get way(): Way {
    return this.encoding.way;
  }

  get unread(): number {
    return this.raw.writableLength;
  }

  startAt(cursor: string | null): void {
    if (cursor !== null && !this.raw.destroyed) this.raw.write(this.encoding.startAt(cursor));
  }

  next(message: Message): void {
    if (this.raw.destroyed) return;
    const { unread } = this;
    if (unread <= MOST_UNSENT) return void this.raw.write(this.encoding.next(message));
    this.onLetGo(unread);
    this.cut();
  }

  complete(): void {
    this.raw.end(this.encoding.complete);
  }

  /** Ends it without `complete`: the client takes the stream up again. */
  cut(): void {
    this.raw.destroy();
  }
}
