import { createRequire } from "node:module";
import type { Dispatcher, Pool } from "undici";
import { Fault } from "./fault.js";
import type { Taker, Wire, WireRequest } from "./wire.js";

/** Loaded when first needed: it is a tenth of what the gateway would load. */
const undici = () => createRequire(import.meta.url)("undici") as typeof import("undici");

/** HTTP over TLS to one address, by undici. */
export class SecureHttp implements Wire {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #fixedHeaders: readonly string[];

  constructor(
    { origin, pathname, search }: URL,
    fixedHeaders: readonly (readonly [string, string])[],
    connections: number,
  ) {
    this.#pool = new (undici().Pool)(origin, {
      connections,
      connectTimeout: 2_000,
      headersTimeout: 0, // each exchange has its own time-out
      bodyTimeout: 0,
      keepAliveTimeout: 30_000,
    });
    this.#path = pathname + search;
    this.#fixedHeaders = fixedHeaders.flat();
  }

  send({ headers, body }: WireRequest, taker: Taker): () => void {
    let controller: Dispatcher.DispatchController | undefined;
    let over = false;
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let encoding = "";
    const giveUp = () => {
      over = true;
      controller?.abort(new Error("given up"));
    };
    const all = [...this.#fixedHeaders, ...Object.entries(headers).flat()];
    this.#pool.dispatch(
      { method: "POST", path: this.#path, headers: all, body },
      {
        onRequestStart(started) {
          controller = started;
          if (over) giveUp();
        },
        onResponseStart(_, statusCode, received) {
          status = statusCode;
          encoding = String(received["content-encoding"] ?? "").toLowerCase();
        },
        onResponseData(_, chunk) {
          size += chunk.length;
          chunks.push(chunk);
          if (size <= taker.maxBytes) return;
          giveUp();
          taker.failed(new Fault("SUBGRAPH_ANSWER_TOO_LARGE"));
        },
        onResponseEnd() {
          const bytes = Buffer.concat(chunks);
          const isPlain = encoding === "" || encoding === "identity";
          if (!over) taker.answered({ status, encoding, content: isPlain ? bytes.toString() : bytes });
        },
        onResponseError(_, problem) {
          if (over) return;
          taker.failed(
            status > 0 ? new Fault("SUBGRAPH_BAD_ANSWER", `broken off: ${problem.message}`, "queries") : problem,
          );
        },
      },
    );
    return giveUp;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
