import type { Way } from "./clients.js";
import type { Message } from "./message.js";

/** One client's subscription as a stream sees it. None of these may throw or wait. */
export interface Subscriber {
  next(message: Message): void;
  readonly way: Way;
  /** Bytes sent to the client that wait to be read. */
  readonly unread: number;
  /** Nothing more will come. */
  complete(): void;
}
