import { once } from "node:events";
import type { Reply } from "./reply.js";

/** Sends a deferred answer in parts as they become ready (`multipart/mixed; deferSpec=20220824`). */
export async function sendParts(reply: Reply, parts: AsyncIterable<string>): Promise<void> {
  const raw = reply.begin('multipart/mixed; boundary="-"; deferSpec=20220824');
  raw.write("\r\n---");
  for await (const part of parts) {
    if (raw.destroyed) break;
    const written = raw.write(`\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${part}\r\n---`);
    if (!written) await Promise.race([once(raw, "drain"), once(raw, "close")]);
  }
  raw.end("--\r\n");
}
