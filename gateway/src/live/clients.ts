/** How results reach a client. */
export type Way = "websocket" | "event-stream" | "multipart";

/** One client that was let go because it read too slowly. */
export interface LetGo {
  readonly at: Date;
  readonly way: Way;
  /** The operations it followed, as it named them. */
  readonly operations: readonly string[];
  /** Bytes it had left unread. */
  readonly unread: number;
  /** The close code of a socket; responses are cut without one. */
  readonly code: number | null;
}

const REMEMBERED = 20;

/** What is counted of clients since the start. */
export class Clients {
  /** Websockets that are open now, subscribed or not. */
  sockets = 0;
  /** How many were let go because they read too slowly. */
  letGo = 0;
  readonly #latest: LetGo[] = [];

  wasLetGo(client: LetGo): void {
    this.letGo++;
    this.#latest.unshift(client);
    if (this.#latest.length > REMEMBERED) this.#latest.pop();
  }

  /** Who was let go last, the latest first. */
  get latestLetGo(): readonly LetGo[] {
    return this.#latest;
  }
}
