import type { Duplex } from "node:stream";

const TEXT = 0x81; // a final frame of text; servers do not mask
const OPENING = Buffer.from('{"id":"');

/** Tails up to this many bytes are copied into one buffer with their head, which is cheaper than writing two. */
const COPIED = 4 * 1024;

/** What the `next` messages of one result have in common: all but the id, which comes first. */
const tailOf = (result: string): Buffer => Buffer.from(`","type":"next","payload":${result}}`);

/**
 * Writes the `next` messages of one result to many websockets. They differ only in the operation's id, so one buffer
 * serves all as long as each is written at once: the next id is put in the place of the last.
 */
export class NextFrames {
  readonly #tail: Buffer;
  #id: string | undefined;
  #frame: readonly Buffer[] = [];
  /** Where the id stands in a frame whose id may be replaced; 0 when it may not. */
  #idAt = 0;

  constructor(result: string) {
    this.#tail = tailOf(result);
  }

  writeTo(connection: Duplex, id: string): void {
    if (id !== this.#id && !this.#replaceId(id)) this.#make(id);
    const [frame, tail] = this.#frame as [Buffer, Buffer?];
    if (tail) {
      connection.cork();
      connection.write(frame);
      connection.write(tail);
      connection.uncork();
    } else connection.write(frame);
    if (connection.writableLength > 0) this.#idAt = 0; // some of it waits to be written, and must stay as it is
  }

  /** @returns whether the id is as long as the last, so that it could be put in its place */
  #replaceId(id: string): boolean {
    if (this.#idAt === 0 || id.length !== this.#id?.length || !isPlain(id)) return false;
    writePlain(this.#frame[0] as Buffer, id, this.#idAt);
    this.#id = id;
    return true;
  }

  #make(id: string): void {
    const escaped = isPlain(id) ? undefined : Buffer.from(JSON.stringify(id).slice(1, -1));
    const head = OPENING.length + (escaped?.length ?? id.length);
    const payload = head + this.#tail.length;
    const start = payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
    const isCopied = this.#tail.length <= COPIED;
    const frame = Buffer.allocUnsafe(start + (isCopied ? payload : head));
    writeStart(frame, payload);
    frame.set(OPENING, start);
    const idAt = start + OPENING.length;
    if (escaped) frame.set(escaped, idAt);
    else writePlain(frame, id, idAt);
    if (isCopied) frame.set(this.#tail, start + head);
    this.#frame = isCopied ? [frame] : [frame, this.#tail];
    this.#id = id;
    this.#idAt = escaped ? 0 : idAt;
  }
}

/** Whether each character is one byte and stands for itself in JSON, as in the UUIDs that clients choose. */
function isPlain(id: string): boolean {
  for (let n = 0; n < id.length; n++) {
    const code = id.charCodeAt(n);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return false;
  }
  return true;
}

function writePlain(frame: Buffer, id: string, at: number): void {
  for (let n = 0; n < id.length; n++) frame[at + n] = id.charCodeAt(n);
}

function writeStart(frame: Buffer, payload: number): void {
  frame[0] = TEXT;
  if (payload < 126) frame[1] = payload;
  else if (payload < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(payload, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(payload), 2);
  }
}
