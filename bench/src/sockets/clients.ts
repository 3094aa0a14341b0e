import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

const OPEN_AT_A_TIME = 200;
const PING = 0x9;
const PONG = 0xa;

/** A crowd of websockets that does nothing but count frames: a real client would take more than the server. */
export class Crowd {
  received = 0;
  #wanted = Number.POSITIVE_INFINITY;
  #enough = () => {};
  readonly #sockets: Socket[] = [];
  readonly #localAddress: string;

  /** @param localAddress  the loopback address it calls from */
  constructor(localAddress: string) {
    this.#localAddress = localAddress;
  }

  /** Opens sockets, each of which says its messages, the next one whenever it is answered. */
  async open(port: number, path: string, count: number, messages: () => readonly string[]) {
    for (let opened = 0; opened < count; opened += OPEN_AT_A_TIME) {
      const batch = Array.from({ length: Math.min(OPEN_AT_A_TIME, count - opened) }, messages);
      await Promise.all(batch.map((said) => this.#openOne(port, path, [...said])));
    }
  }

  /** Resolves once so many frames have come since the last reset. */
  until(count: number): Promise<void> {
    this.#wanted = count;
    return new Promise((enough) => {
      this.#enough = enough;
      if (this.received >= count) enough();
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #openOne(port: number, path: string, messages: string[]): Promise<void> {
    const key = randomBytes(16).toString("base64");
    const head = [
      `GET ${path} HTTP/1.1`,
      "Host: 127.0.0.1",
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Protocol: graphql-transport-ws",
      `Sec-WebSocket-Key: ${key}`,
    ];
    return new Promise((opened, failed) => {
      const reader = new FrameReader(
        () => {
          if (messages.length > 0) return say();
          this.received++;
          if (this.received === this.#wanted) this.#enough();
        },
        () => socket.write(masked(PONG, "")),
      );
      const say = () => {
        const message = messages.shift();
        if (message !== undefined) socket.write(masked(0x1, message));
        if (messages.length === 0) opened();
      };
      let isOpen = false;
      const socket = connect({
        port,
        host: "127.0.0.1",
        localAddress: this.#localAddress,
        onread: {
          buffer: () => Buffer.allocUnsafe(2_048),
          callback: (bytes, buffer) => {
            const chunk = buffer as Buffer;
            if (isOpen) reader.read(chunk, 0, bytes);
            else {
              const end = chunk.indexOf("\r\n\r\n");
              isOpen = true;
              say();
              reader.read(chunk, end + 4, bytes);
            }
            return true;
          },
        },
      });
      socket.once("error", failed);
      socket.setNoDelay();
      socket.write(`${head.join("\r\n")}\r\n\r\n`);
      this.#sockets.push(socket);
    });
  }
}

/** Counts the frames of a server, whichever way they are cut into chunks. */
class FrameReader {
  #left = 0; // bytes of the frame that are still to come
  #head = Buffer.alloc(0);
  #opcode = 0;

  private readonly onFrame: () => void;
  private readonly onPing: () => void;

  constructor(onFrame: () => void, onPing: () => void) {
    this.onFrame = onFrame;
    this.onPing = onPing;
  }

  read(chunk: Buffer, from: number, to: number): void {
    let at = from;
    while (at < to) {
      if (this.#left > 0) {
        const taken = Math.min(this.#left, to - at);
        this.#left -= taken;
        at += taken;
        if (this.#left === 0) this.#end();
        continue;
      }
      this.#head = Buffer.concat([this.#head, chunk.subarray(at, ++at)]);
      const length = bodyLength(this.#head);
      if (length === undefined) continue;
      this.#opcode = (this.#head[0] as number) & 0x0f;
      this.#head = Buffer.alloc(0);
      this.#left = length;
      if (length === 0) this.#end();
    }
  }

  #end(): void {
    if (this.#opcode === PING) this.onPing();
    else this.onFrame();
  }
}

function bodyLength(head: Buffer): number | undefined {
  if (head.length < 2) return undefined;
  const short = (head[1] as number) & 0x7f;
  if (short < 126) return short;
  if (short === 126) return head.length < 4 ? undefined : head.readUInt16BE(2);
  return head.length < 10 ? undefined : Number(head.readBigUInt64BE(2));
}

/** A client's frame; masked with zeros, which leaves the text as it is. */
function masked(opcode: number, text: string): Buffer {
  const body = Buffer.from(text);
  const head = body.length < 126 ? Buffer.from([0x80 | opcode, 0x80 | body.length]) : Buffer.alloc(4);
  if (body.length >= 126) {
    head[0] = 0x80 | opcode;
    head[1] = 0x80 | 126;
    head.writeUInt16BE(body.length, 2);
  }
  return Buffer.concat([head, Buffer.alloc(4), body]);
}
