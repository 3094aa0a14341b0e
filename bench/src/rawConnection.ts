import { connect, type Socket } from "node:net";

const HEAD_END = "\r\n\r\n";
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/** What there is to know of an answer; its length is 0 when it came in chunks. */
export interface RawAnswer {
  readonly status: number;
  readonly length: number;
}

/**
 * One kept-alive HTTP/1.1 connection that asks one thing at a time and reads no more of an answer than where it ends,
 * so that the one who measures takes as little of the machine as possible.
 */
export class RawConnection {
  #left = 0;
  #chunked = false;
  #inBody = false;
  #head = "";
  #status = 0;
  #length = 0;
  #answered: (answer: RawAnswer) => void = () => {};
  #failed: (reason: Error) => void = () => {};

  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("error", (reason) => this.#failed(reason));
    socket.on("close", () => this.#failed(new Error("The connection was closed.")));
  }

  static open(port: number): Promise<RawConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1" }, () => resolve(new RawConnection(socket)));
      socket.once("error", reject);
    });
  }

  /** Resolves once all of the answer is here. */
  ask(request: string): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(request, "latin1");
    });
  }

  close(): void {
    this.#failed = () => {};
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const body = this.#inBody ? chunk : this.#readHead(chunk);
    if (!body) return;
    this.#left -= body.length;
    const isOver = this.#chunked ? body.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) : this.#left === 0;
    if (!isOver) return;
    this.#inBody = false;
    this.#answered({ status: this.#status, length: this.#length });
  }

  #readHead(chunk: Buffer): Buffer | undefined {
    const end = chunk.indexOf(HEAD_END);
    this.#head += chunk.toString("latin1", 0, end < 0 ? chunk.length : end + HEAD_END.length);
    if (end < 0) return undefined; // the head comes in pieces; none of the gateways cuts its end
    const length = /\r\ncontent-length: *(\d+)/i.exec(this.#head)?.[1];
    this.#chunked = length === undefined;
    this.#length = Number(length ?? 0);
    this.#left = this.#length;
    this.#status = Number(this.#head.slice(9, 12));
    this.#head = "";
    this.#inBody = true;
    return chunk.subarray(end + HEAD_END.length);
  }
}
