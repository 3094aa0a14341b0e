import { nextFrame, tailOf } from "./frame.js";

/** One result for all subscribers of a stream: what each transport writes is made once. */
export class Message {
  #tail: Buffer | undefined;
  #serverSent: Buffer | undefined;
  #frameId: string | undefined;
  #frame: readonly Buffer[] = [];

  constructor(
    /** The JSON of an execution result. */
    readonly result: string,
    /** The position after it; `null` where there is none to resume from. */
    readonly cursor: string | null,
  ) {}

  /** The websocket frame of a `next` message; clients that chose the same id get the same bytes. */
  frame(id: string): readonly Buffer[] {
    if (this.#frameId === id) return this.#frame;
    this.#tail ??= tailOf(this.result);
    this.#frame = nextFrame(id, this.#tail);
    this.#frameId = id;
    return this.#frame;
  }

  /** The server-sent event of a `next` message. */
  serverSentEvent(): Buffer {
    const id = this.cursor === null ? "" : `id: ${this.cursor}\n`;
    this.#serverSent ??= Buffer.from(`${id}event: next\ndata: ${this.result}\n\n`);
    return this.#serverSent;
  }
}
