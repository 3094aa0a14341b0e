import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { RawAnswer } from "./answerReader.js";
import type { Deadline, Deadlines, Expiring } from "./deadlines.js";
import { Fault } from "./fault.js";
import { whenAborted } from "./whenAborted.js";
import type { Taker, Wire, WireRequest } from "./wire.js";

/** One HTTP request to a subgraph, and for how long it is waited for. */
export interface ExchangeRequest extends WireRequest {
  readonly deadlines: Deadlines;
  /** Largest answer taken. */
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
 * @param failed told a `Fault` when no answer came in time or in full, `signal.reason` when nobody waits any more, or
 *   the connection's own error, which tells whether the request may be repeated
 */
export function exchange(
  wire: Wire,
  request: ExchangeRequest,
  done: (answer: HttpAnswer) => void,
  failed: (problem: unknown) => void,
): void {
  if (request.signal.aborted) failed(request.signal.reason);
  else new Exchange(request, done, failed).begin(wire);
}

/** An exchange under way: it ends once, with an answer or without. */
class Exchange implements Taker, Expiring {
  readonly maxBytes: number;
  readonly #forget: () => void;
  readonly #deadline: Deadline;
  #cancel: (() => void) | undefined;

  constructor(
    private readonly request: ExchangeRequest,
    private readonly done: (answer: HttpAnswer) => void,
    private readonly fail: (problem: unknown) => void,
  ) {
    this.maxBytes = request.maxBytes;
    this.#forget = whenAborted(request.signal, () => this.#giveUp(request.signal.reason));
    this.#deadline = request.deadlines.add(this);
  }

  begin(wire: Wire): void {
    this.#cancel = wire.send(this.request, this);
  }

  answered({ status, encoding, content }: RawAnswer): void {
    this.#end();
    if (typeof content === "string") this.done({ status, text: content });
    else
      decompressed(encoding, content, this.maxBytes).then(
        (text) => this.done({ status, text }),
        (problem) => this.fail(problem),
      );
  }

  failed(problem: unknown): void {
    this.#end();
    this.fail(problem);
  }

  expire(): void {
    this.#giveUp(new Fault("SUBGRAPH_TIMEOUT"));
  }

  #giveUp(reason: unknown): void {
    this.#cancel?.();
    this.failed(reason);
  }

  #end(): void {
    this.request.deadlines.delete(this.#deadline);
    this.#forget();
  }
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
