import { Fault } from "./fault.js";

/** What matters of the head of an HTTP/1.1 answer. */
export interface AnswerHead {
  readonly status: number;
  /** How the content is compressed; empty when it is not. */
  readonly encoding: string;
  /** Bytes of the body; `undefined` when it comes in chunks or ends with the connection. */
  readonly length: number | undefined;
  readonly chunked: boolean;
  /** Milliseconds for which the connection may be used again. */
  readonly keepAliveMs: number;
}

const DEFAULT_KEEP_ALIVE_MS = 4_000; // less than what servers keep connections for without saying so
const LONGEST_KEEP_ALIVE_MS = 30_000;
const MARGIN_MS = 1_000; // the server's clock started earlier than ours

/**
 * @param text the head without its empty line
 * @throws Fault when it is not one
 */
export function readHead(text: string): AnswerHead {
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1];
  if (status === undefined) throw new Fault("SUBGRAPH_BAD_ANSWER", "not HTTP");
  const head = text.toLowerCase();
  const hasNoBody = status === "204" || status === "304" || status.startsWith("1");
  const chunked = !hasNoBody && (headerOf(head, "transfer-encoding")?.endsWith("chunked") ?? false);
  const length = hasNoBody ? "0" : chunked ? undefined : headerOf(head, "content-length");
  if (length !== undefined && !/^\d+$/.test(length)) throw new Fault("SUBGRAPH_BAD_ANSWER", "length not a number");
  return {
    status: Number(status),
    encoding: headerOf(head, "content-encoding") ?? "",
    length: length === undefined ? undefined : Number(length),
    chunked,
    keepAliveMs: keepAliveOf(head),
  };
}

function keepAliveOf(head: string): number {
  const connection = headerOf(head, "connection");
  if (connection === "close" || (head.startsWith("http/1.0") && connection !== "keep-alive")) return 0;
  const seconds = /timeout=(\d+)/.exec(headerOf(head, "keep-alive") ?? "")?.[1];
  if (seconds === undefined) return DEFAULT_KEEP_ALIVE_MS;
  return Math.min(Number(seconds) * 1_000 - MARGIN_MS, LONGEST_KEEP_ALIVE_MS);
}

/** @param head in lower case */
function headerOf(head: string, name: string): string | undefined {
  const at = head.indexOf(`\r\n${name}:`);
  if (at < 0) return undefined;
  const from = at + name.length + 3;
  const to = head.indexOf("\r\n", from);
  return head.slice(from, to < 0 ? undefined : to).trim();
}
