import { createServer, type Socket } from "node:net";

/** Answers a body; the bytes are sent as they are, head and all. */
export type Answer = (body: string, head: string) => Buffer | Promise<Buffer>;

/**
 * The least that can answer HTTP/1.1 over kept-alive connections, one request after another: the subgraphs of a
 * measurement should cost next to nothing.
 */
export function serveRaw(port: number, answer: Answer): Promise<void> {
  const server = createServer({ noDelay: true }, (socket) => {
    let pending: Buffer | undefined;
    socket.on("data", (chunk) => {
      pending = pending ? Buffer.concat([pending, chunk]) : chunk;
      pending = takeRequests(socket, pending, answer);
    });
    socket.on("error", () => socket.destroy());
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

/** @returns what is left: the beginning of a request that is not here in full */
function takeRequests(socket: Socket, bytes: Buffer, answer: Answer): Buffer | undefined {
  let from = 0;
  while (from < bytes.length) {
    const headEnd = bytes.indexOf("\r\n\r\n", from);
    if (headEnd < 0) break;
    const head = bytes.latin1Slice(from, headEnd);
    if (/\r\ntransfer-encoding:/i.test(head)) throw new Error("A body without a length is not read here.");
    const bodyEnd = headEnd + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (bodyEnd > bytes.length) break;
    const bytesOut = answer(bytes.utf8Slice(headEnd + 4, bodyEnd), head);
    if (bytesOut instanceof Promise) void bytesOut.then((late) => socket.write(late));
    else socket.write(bytesOut);
    from = bodyEnd;
  }
  return from < bytes.length ? bytes.subarray(from) : undefined;
}

export function jsonAnswer(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value));
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
