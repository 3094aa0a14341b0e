import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { Dispatcher, Pool } from "undici";
import { Fault } from "./fault.js";

/** One HTTP request to a subgraph. */
export interface Exchange {
  readonly path: string;
  readonly headers: string[];
  readonly body: string;
  readonly timeoutMs: number;
  /** Largest answer taken, decompressed. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

const decompressors: Readonly<
  Record<string, (input: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: promisify(inflate),
};

/** Encodings the transport reads. */
export const ACCEPT_ENCODING = "gzip, br, deflate";

/**
 * Sends once and reads the whole answer.
 *
 * @throws Fault when no answer came in time or in full, `signal.reason` when nobody waits any more, or the connection's
 *   own error, which tells whether the request may be repeated
 */
export async function exchange(pool: Pool, request: Exchange): Promise<HttpAnswer> {
  const { status, encoding, bytes } = await dispatch(pool, request);
  if (encoding === "" || encoding === "identity") return { status, text: bytes.toString() };
  const decompress = decompressors[encoding];
  if (!decompress) throw new Fault("SUBGRAPH_BAD_ANSWER", `encoding ${encoding}`);
  try {
    return { status, text: (await decompress(bytes, { maxOutputLength: request.maxBytes })).toString() };
  } catch (problem) {
    const tooLarge = (problem as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw tooLarge
      ? new Fault("SUBGRAPH_ANSWER_TOO_LARGE")
      : new Fault("SUBGRAPH_BAD_ANSWER", "compressed data is damaged");
  }
}

interface RawAnswer {
  readonly status: number;
  readonly encoding: string;
  readonly bytes: Buffer;
}

function dispatch(pool: Pool, { path, headers, body, timeoutMs, maxBytes, signal }: Exchange): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let controller: Dispatcher.DispatchController | undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let encoding = "";
    let over = false;

    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    };
    const giveUp = (reason: unknown) => {
      over = true;
      end();
      reject(reason);
      controller?.abort(reason instanceof Error ? reason : new Error("given up"));
    };
    const onAbort = () => giveUp(signal.reason);
    const timer = setTimeout(() => giveUp(new Fault("SUBGRAPH_TIMEOUT")), timeoutMs);
    signal.addEventListener("abort", onAbort, { once: true });

    pool.dispatch(
      { method: "POST", path, headers, body },
      {
        onRequestStart(started) {
          controller = started;
          if (over) started.abort(new Error("given up"));
        },
        onResponseStart(_, statusCode, received) {
          status = statusCode;
          encoding = String(received["content-encoding"] ?? "").toLowerCase();
        },
        onResponseData(_, chunk) {
          size += chunk.length;
          if (size > maxBytes) giveUp(new Fault("SUBGRAPH_ANSWER_TOO_LARGE"));
          else chunks.push(chunk);
        },
        onResponseEnd() {
          end();
          resolve({ status, encoding, bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) });
        },
        onResponseError(_, problem) {
          end();
          reject(status > 0 ? new Fault("SUBGRAPH_BAD_ANSWER", `broken off: ${problem.message}`) : problem);
        },
      },
    );
  });
}
