import { createServer, type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";

/** One operation that the gateway sent to a subgraph over HTTP. */
export interface Fetch {
  readonly query: string;
  readonly began: number;
  ended: number;
}

/** A link between the gateway and one subgraph: everything passes, operations are counted. */
export interface Link extends AsyncDisposable {
  readonly url: string;
  /** What went over it since the last look, the earliest first. */
  look(): readonly Fetch[];
}

// Answers of one level overlap for certain when each takes this much longer.
const SLOWNESS = 25; // ms

export async function startLink(port: number): Promise<Link> {
  let fetches: Fetch[] = [];
  const server = createServer(async (incoming, answer) => {
    const body = await buffer(incoming);
    const fetched = { query: queryOf(body), began: performance.now(), ended: Number.POSITIVE_INFINITY };
    if (incoming.url === "/graphql" && fetched.query) fetches.push(fetched);
    const { method, url, headers } = incoming;
    const passed = request({ host: "127.0.0.1", port, method, path: url, headers }, async (response) => {
      const content = await buffer(response);
      await delay(SLOWNESS);
      fetched.ended = performance.now();
      answer.writeHead(response.statusCode ?? 502, withoutEncoding(response)).end(content);
    });
    passed.on("error", () => answer.destroy());
    passed.end(body);
  });
  const sockets = new Set<Socket>();
  server.on("upgrade", (incoming, socket: Socket, head) => {
    const onwards = connect(port, "127.0.0.1", () => {
      onwards.write(upgradeText(incoming));
      onwards.write(head);
      socket.pipe(onwards).pipe(socket);
    });
    for (const each of [socket, onwards]) {
      sockets.add(each);
      each.on("error", () => each.destroy()).on("close", () => sockets.delete(each));
    }
    socket.on("close", () => onwards.destroy());
    onwards.on("close", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    look() {
      const seen = fetches;
      fetches = [];
      return seen;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The text of an operation; nothing for what is none. */
function queryOf(body: Buffer): string {
  try {
    return (JSON.parse(body.toString()) as { query?: string }).query ?? "";
  } catch {
    return "";
  }
}

const withoutEncoding = ({ headers: { "transfer-encoding": _, ...headers } }: IncomingMessage) => headers;

const upgradeText = ({ url, rawHeaders }: IncomingMessage): string => {
  const lines = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]));
  return [`GET ${url} HTTP/1.1`, ...lines, "", ""].join("\r\n");
};
