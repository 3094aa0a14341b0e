import type { Duplex } from "node:stream";
import { NextFrames } from "./frame.js";

/** One result for all subscribers of a stream: what each transport writes is made once. */
export class Message {
  #frames: NextFrames | undefined;
  #serverSent: Buffer | undefined;
  #part: Buffer | undefined;

  constructor(
    /** The JSON of an execution result. */
    readonly result: string,
    /** The position after it; `null` where there is none to resume from. */
    readonly cursor: string | null,
  ) {}

  /** Writes the websocket frame of a `next` message to the connection below a socket. */
  writeFrame(connection: Duplex, id: string): void {
    this.#frames ??= new NextFrames(this.result);
    this.#frames.writeTo(connection, id);
  }

  /** The server-sent event of a `next` message. */
  serverSentEvent(): Buffer {
    const id = this.cursor === null ? "" : `id: ${this.cursor}\n`;
    this.#serverSent ??= Buffer.from(`${id}event: next\ndata: ${this.result}\n\n`);
    return this.#serverSent;
  }

  /** The part of a multipart subscription, as `encode` makes it. */
  part(encode: (body: string) => string): Buffer {
    this.#part ??= Buffer.from(encode(`{"payload":${this.result}}`));
    return this.#part;
  }
}
