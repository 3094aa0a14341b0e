import { once } from "node:events";
import type { FastifyReply } from "fastify";
import { takeOver } from "./takeOver.js";

/** Sends a deferred answer in parts as they become ready (`multipart/mixed; deferSpec=20220824`). */
export async function sendParts(reply: FastifyReply, parts: AsyncIterable<string>): Promise<FastifyReply> {
  const raw = takeOver(reply, 200, { "content-type": 'multipart/mixed; boundary="-"; deferSpec=20220824' });
  raw.write("\r\n---");
  for await (const part of parts) {
    if (raw.destroyed) break;
    const written = raw.write(`\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${part}\r\n---`);
    if (!written) await Promise.race([once(raw, "drain"), once(raw, "close")]);
  }
  raw.end("--\r\n");
  return reply;
}
