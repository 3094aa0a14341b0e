import { type AnswerHead, readHead } from "./answerHead.js";
import { ChunkedBody } from "./chunkedBody.js";
import { Fault } from "./fault.js";

/** An answer as it came: its text, or bytes that are still compressed. */
export interface RawAnswer {
  readonly status: number;
  readonly encoding: string;
  readonly content: string | Buffer;
}

const HEAD_END = Buffer.from("\r\n\r\n");
const LONGEST_HEAD = 64 * 1024;

/** Reads one HTTP/1.1 answer. Bytes it is given are copied if they are kept: they may be written over afterwards. */
export class AnswerReader {
  #head: AnswerHead | undefined;
  #begun: Buffer | undefined;
  #chunks: Buffer[] = [];
  #size = 0;
  #body: ChunkedBody | undefined;

  constructor(private readonly maxBytes: number) {}

  /** Whether something of the answer has come. */
  get hasBegun(): boolean {
    return this.#head !== undefined || this.#begun !== undefined;
  }

  /** Milliseconds for which the connection may be used again after this answer. */
  get keepAliveMs(): number {
    return this.#keepAliveMs;
  }
  #keepAliveMs = 0;

  /**
   * @returns the answer, when this was the last of it
   * @throws Fault
   */
  take(bytes: Buffer): RawAnswer | undefined {
    if (this.#head) return this.#takeBody(this.#head, bytes);
    const all = this.#begun ? Buffer.concat([this.#begun, bytes]) : bytes;
    const end = all.indexOf(HEAD_END);
    if (end < 0) {
      if (all.length > LONGEST_HEAD) throw new Fault("SUBGRAPH_BAD_ANSWER", "its head is too long");
      this.#begun = Buffer.from(all);
      return undefined;
    }
    const head = readHead(all.toString("latin1", 0, end));
    const rest = all.subarray(end + HEAD_END.length);
    this.#begun = undefined;
    if (head.status < 200) return rest.length > 0 ? this.take(rest) : undefined; // an interim answer
    this.#head = head;
    if (head.length !== undefined && head.length > this.maxBytes) throw new Fault("SUBGRAPH_ANSWER_TOO_LARGE");
    if (head.chunked) this.#body = new ChunkedBody((data) => this.#keep(data));
    // Most answers are here in one piece.
    return head.length === rest.length ? this.#whole(head, rest) : this.#takeBody(head, rest);
  }

  /** @returns the answer, when it is one that ends with its connection */
  end(): RawAnswer | undefined {
    const head = this.#head;
    return head && head.length === undefined && !head.chunked
      ? this.#whole(head, Buffer.concat(this.#chunks))
      : undefined;
  }

  #takeBody(head: AnswerHead, bytes: Buffer): RawAnswer | undefined {
    let excess = 0;
    if (this.#body) {
      const following = this.#body.feed(bytes);
      if (following === undefined) return undefined;
      excess = following;
    } else {
      this.#keep(bytes);
      if (head.length === undefined || this.#size < head.length) return undefined;
      excess = this.#size - head.length;
    }
    const content = Buffer.concat(this.#chunks);
    const answer = this.#whole(head, this.#body ? content : content.subarray(0, head.length));
    if (excess > 0) this.#keepAliveMs = 0; // nobody asked for what follows
    return answer;
  }

  #keep(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > this.maxBytes) throw new Fault("SUBGRAPH_ANSWER_TOO_LARGE");
    this.#chunks.push(Buffer.from(bytes));
  }

  #whole({ status, encoding, length, chunked, keepAliveMs }: AnswerHead, bytes: Buffer): RawAnswer {
    this.#keepAliveMs = length === undefined && !chunked ? 0 : keepAliveMs;
    const isPlain = encoding === "" || encoding === "identity";
    return { status, encoding, content: isPlain ? bytes.toString() : Buffer.from(bytes) };
  }
}
