import { Fault } from "./fault.js";

const LF = 10;
const LONGEST_LINE = 8 * 1024; // of a chunk's size, with its extensions, or of a trailer

/** Takes a body that comes in chunks apart (RFC 9112, §7.1). */
export class ChunkedBody {
  #expects: "size" | "data" | "data's end" | "trailer" | "nothing" = "size";
  #left = 0;
  #line = "";

  constructor(private readonly take: (data: Buffer) => void) {}

  /** @returns how many bytes follow the body's end; `undefined` before it */
  feed(bytes: Buffer): number | undefined {
    let at = 0;
    while (at < bytes.length) {
      if (this.#expects === "data") {
        const data = bytes.subarray(at, at + this.#left);
        this.take(data);
        at += data.length;
        this.#left -= data.length;
        if (this.#left === 0) this.#expects = "data's end";
        continue;
      }
      const end = bytes.indexOf(LF, at);
      this.#line += bytes.toString("latin1", at, end < 0 ? bytes.length : end);
      if (this.#line.length > LONGEST_LINE) throw new Fault("SUBGRAPH_BAD_ANSWER", "a chunk's head is too long");
      if (end < 0) return undefined;
      at = end + 1;
      this.#endOfLine(this.#line.trimEnd());
      this.#line = "";
      if (this.#expects === "nothing") return bytes.length - at;
    }
    return undefined;
  }

  #endOfLine(line: string): void {
    if (this.#expects === "data's end") this.#expects = "size";
    else if (this.#expects === "trailer") {
      if (line === "") this.#expects = "nothing";
    } else {
      const size = /^[\da-f]+/i.exec(line)?.[0];
      if (size === undefined) throw new Fault("SUBGRAPH_BAD_ANSWER", "a chunk has no size");
      this.#left = Number.parseInt(size, 16);
      this.#expects = this.#left === 0 ? "trailer" : "data";
    }
  }
}
