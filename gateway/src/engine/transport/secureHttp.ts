import { type Dispatcher, Pool } from "undici";
import type { RawAnswer } from "./answerReader.js";
import { Fault } from "./fault.js";
import type { Wire, WireRequest } from "./wire.js";

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
    this.#pool = new Pool(origin, {
      connections,
      connectTimeout: 2_000,
      headersTimeout: 0, // each exchange has its own time-out
      bodyTimeout: 0,
      keepAliveTimeout: 30_000,
    });
    this.#path = pathname + search;
    this.#fixedHeaders = fixedHeaders.flat();
  }

  send({ headers, body, maxBytes }: WireRequest, done: (answer: RawAnswer) => void, failed: (problem: Error) => void) {
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
          if (size <= maxBytes) return;
          giveUp();
          failed(new Fault("SUBGRAPH_ANSWER_TOO_LARGE"));
        },
        onResponseEnd() {
          const bytes = Buffer.concat(chunks);
          const isPlain = encoding === "" || encoding === "identity";
          if (!over) done({ status, encoding, content: isPlain ? bytes.toString() : bytes });
        },
        onResponseError(_, problem) {
          if (over) return;
          failed(status > 0 ? new Fault("SUBGRAPH_BAD_ANSWER", `broken off: ${problem.message}`) : problem);
        },
      },
    );
    return giveUp;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
