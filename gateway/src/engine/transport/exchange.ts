import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { RawAnswer } from "./answerReader.js";
import { Fault } from "./fault.js";
import { whenAborted } from "./whenAborted.js";
import type { Wire, WireRequest } from "./wire.js";

/** One HTTP request to a subgraph, and for how long it is waited for. */
export interface Exchange extends WireRequest {
  readonly timeoutMs: number;
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
export function exchange(wire: Wire, request: Exchange): Promise<HttpAnswer> {
  const { timeoutMs, signal, maxBytes } = request;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const end = () => {
      clearTimeout(timer);
      forget();
    };
    const done = ({ status, encoding, content }: RawAnswer) => {
      end();
      if (typeof content === "string") resolve({ status, text: content });
      else resolve(decompressed(encoding, content, maxBytes).then((text) => ({ status, text })));
    };
    const failed = (problem: unknown) => {
      end();
      reject(problem);
    };
    const giveUp = (reason: unknown) => {
      cancel();
      failed(reason);
    };
    const timer = setTimeout(() => giveUp(new Fault("SUBGRAPH_TIMEOUT")), timeoutMs);
    const forget = whenAborted(signal, () => giveUp(signal.reason));
    const cancel = wire.send(request, done, failed);
  });
}

async function decompressed(encoding: string, bytes: Buffer, maxOutputLength: number): Promise<string> {
  const decompress = decompressors[encoding];
  if (!decompress) throw new Fault("SUBGRAPH_BAD_ANSWER", `encoding ${encoding}`);
  try {
    return (await decompress(bytes, { maxOutputLength })).toString();
  } catch (problem) {
    const tooLarge = (problem as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw tooLarge
      ? new Fault("SUBGRAPH_ANSWER_TOO_LARGE")
      : new Fault("SUBGRAPH_BAD_ANSWER", "compressed data is damaged");
  }
}
