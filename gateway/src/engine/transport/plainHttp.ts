import { Fault } from "./fault.js";
import { type Destination, PlainConnection } from "./plainConnection.js";
import type { Taker, Wire, WireRequest } from "./wire.js";

/** What a header's value may have. Clients choose some values, and must not be able to add headers of their own. */
const FORBIDDEN_IN_HEADER = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * HTTP/1.1 in the clear to one address. It does what a fetch needs and no more, and costs less than half the processor
 * time of a general client: with small operations that is what a gateway's throughput hangs on.
 */
export class PlainHttp implements Wire {
  readonly #destination: Destination;
  readonly #firstLines: string;
  readonly #idle: PlainConnection[] = [];
  readonly #all = new Set<PlainConnection>();
  readonly #waiting = new Set<(connection: PlainConnection) => void>();
  #closing: (() => void) | undefined;

  constructor(
    { host, hostname, port, pathname, search }: URL,
    fixedHeaders: readonly (readonly [string, string])[],
    private readonly connections: number,
  ) {
    this.#destination = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 80) };
    const fixed = fixedHeaders.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    this.#firstLines = `POST ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n${fixed}`;
  }

  send({ headers, body }: WireRequest, taker: Taker): () => void {
    let head = this.#firstLines;
    for (const name in headers) {
      const value = headers[name] as string;
      if (FORBIDDEN_IN_HEADER.test(value)) {
        taker.failed(new Fault("SUBGRAPH_UNREACHABLE", `header ${name} cannot be sent`));
        return () => {};
      }
      head += `${name}: ${value}\r\n`;
    }
    let used: PlainConnection | undefined;
    const ask = (connection: PlainConnection) => {
      used = connection;
      connection.ask(head, body, taker);
    };
    const free = this.#take();
    if (free) ask(free);
    else this.#waiting.add(ask);
    return () => {
      this.#waiting.delete(ask);
      used?.destroy();
    };
  }

  /** Ends when what is under way has ended. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#closing = resolve;
      for (const connection of this.#idle.splice(0)) connection.destroy();
      if (this.#all.size === 0) resolve();
    });
  }

  #take(): PlainConnection | undefined {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.isUsable) return idle;
      idle.destroy();
    }
    return this.#all.size < this.connections ? this.#open() : undefined;
  }

  #open(): PlainConnection {
    const connection = new PlainConnection(
      this.#destination,
      (free) => this.#freed(free),
      (closed) => this.#closed(closed),
    );
    this.#all.add(connection);
    return connection;
  }

  #freed(connection: PlainConnection): void {
    if (this.#serveNext(connection)) return;
    if (this.#closing) connection.destroy();
    else this.#idle.push(connection);
  }

  #closed(connection: PlainConnection): void {
    this.#all.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#waiting.size > 0) this.#serveNext(this.#open());
    if (this.#closing && this.#all.size === 0) this.#closing();
  }

  #serveNext(connection: PlainConnection): boolean {
    const [next] = this.#waiting;
    if (!next) return false;
    this.#waiting.delete(next);
    next(connection);
    return true;
  }
}
