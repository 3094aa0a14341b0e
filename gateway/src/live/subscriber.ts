import type { Message } from "./message.js";

/** One client's subscription as a stream sees it. None of these may throw or wait. */
export interface Subscriber {
  next(message: Message): void;
  /** Nothing more will come. */
  complete(): void;
}
