import { connect, type Socket } from "node:net";
import { AnswerReader, type RawAnswer } from "./answerReader.js";
import { Fault } from "./fault.js";
import type { Taker } from "./wire.js";

/** Where connections lead. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

const CONNECT_TIMEOUT_MS = 2_000;

/** All connections read into this: what one has read is taken before any reads again. */
const readInto = Buffer.allocUnsafeSlow(64 * 1024);

/** One kept-alive connection that speaks HTTP/1.1 in the clear, one exchange at a time. */
export class PlainConnection {
  readonly #socket: Socket;
  readonly #connecting: NodeJS.Timeout;
  #reader: AnswerReader | undefined;
  #taker: Taker | undefined;
  #usableUntil = Number.POSITIVE_INFINITY;

  /** @param onFree called when it can be used again; `onClosed`, when it never can */
  constructor(
    { host, port }: Destination,
    private readonly onFree: (connection: PlainConnection) => void,
    private readonly onClosed: (connection: PlainConnection) => void,
  ) {
    this.#socket = connect({
      host,
      port,
      noDelay: true,
      onread: {
        buffer: readInto,
        callback: (length, buffer) => {
          this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, length));
          return true;
        },
      },
    });
    this.#connecting = setTimeout(() => this.#socket.destroy(coded("ECONNTIMEOUT")), CONNECT_TIMEOUT_MS);
    let problem: Error | undefined;
    this.#socket.once("connect", () => clearTimeout(this.#connecting));
    this.#socket.on("error", (reason) => {
      problem = reason;
    });
    this.#socket.on("end", () => this.#ended());
    this.#socket.on("close", () => this.#closed(problem ?? coded("ECONNRESET")));
  }

  get isUsable(): boolean {
    return !this.#socket.destroyed && performance.now() < this.#usableUntil;
  }

  /** Sends a request; its head is Latin-1. */
  ask(head: string, body: string, taker: Taker): void {
    this.#taker = taker;
    this.#reader = new AnswerReader(taker.maxBytes);
    const length = Buffer.byteLength(body);
    const whole = `${head}content-length: ${length}\r\n\r\n`;
    if (length === body.length) {
      this.#socket.write(whole + body, "latin1");
      return;
    }
    this.#socket.cork();
    this.#socket.write(whole, "latin1");
    this.#socket.write(body, "utf8");
    this.#socket.uncork();
  }

  /** Gives up: whoever waits for an answer is not told. */
  destroy(): void {
    this.#taker = undefined;
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    const reader = this.#reader;
    if (!reader) {
      this.destroy(); // nobody asked
      return;
    }
    try {
      const answer = reader.take(bytes);
      if (answer) this.#answered(answer, reader.keepAliveMs);
    } catch (problem) {
      this.#fail(problem instanceof Fault ? problem : new Fault("SUBGRAPH_BAD_ANSWER", String(problem)));
    }
  }

  #answered(answer: RawAnswer, keepAliveMs: number): void {
    const taker = this.#taker;
    this.#reader = undefined;
    this.#taker = undefined;
    this.#usableUntil = performance.now() + keepAliveMs;
    if (keepAliveMs > 0) this.onFree(this);
    else this.#socket.destroy();
    taker?.answered(answer);
  }

  #fail(problem: Error): void {
    const taker = this.#taker;
    this.destroy();
    taker?.failed(problem);
  }

  #ended(): void {
    const answer = this.#reader?.end();
    if (answer) this.#answered(answer, 0);
  }

  #closed(problem: Error): void {
    clearTimeout(this.#connecting);
    const { hasBegun = false } = this.#reader ?? {};
    this.onClosed(this);
    this.#fail(hasBegun ? new Fault("SUBGRAPH_BAD_ANSWER", `broken off: ${problem.message}`, "queries") : problem);
  }
}

const coded = (code: string) => Object.assign(new Error(code), { code });
