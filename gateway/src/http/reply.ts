import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** The answer to one request while it takes shape: its headers are kept back until it begins. */
export class Reply {
  readonly #headers: OutgoingHttpHeaders;

  constructor(
    readonly raw: ServerResponse,
    headers: OutgoingHttpHeaders,
    private readonly stopping: AbortSignal,
  ) {
    this.#headers = headers;
  }

  header(name: string): OutgoingHttpHeaders[string] {
    return this.#headers[name];
  }

  /** @param headers by names in lower case; they replace those of the same name */
  headers(headers: OutgoingHttpHeaders): void {
    Object.assign(this.#headers, headers);
  }

  /** Answers in one piece. */
  send(status: number, contentType: string, body: string): void {
    if (this.raw.destroyed) return; // the client went away
    const headers = this.#whole();
    headers["content-type"] = contentType;
    const length = Buffer.byteLength(body);
    headers["content-length"] = length;
    this.raw.writeHead(status, headers);
    this.raw.end(body, length === body.length ? "latin1" : "utf8"); // what is ASCII need not be encoded
  }

  /** Tells that what the client has is what it would get. */
  notModified(): void {
    if (this.raw.destroyed) return; // the client went away
    this.raw.writeHead(304, this.#whole());
    this.raw.end();
  }

  /** Begins an answer that is written bit by bit. */
  begin(contentType: string, headers: OutgoingHttpHeaders = {}): ServerResponse {
    this.headers({ "cache-control": "no-cache", "content-type": contentType, ...headers });
    return this.raw.writeHead(200, this.#whole());
  }

  #whole(): OutgoingHttpHeaders {
    if (this.stopping.aborted) this.#headers.connection = "close"; // a kept-alive connection would hold the stop up
    return this.#headers;
  }
}
