import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";

/** Takes the response out of Fastify's hands to write it bit by bit; headers set so far (CORS, security, id) go along. */
export function takeOver(reply: FastifyReply, status: number, headers: OutgoingHttpHeaders): ServerResponse {
  reply.hijack();
  const set = reply.getHeaders() as OutgoingHttpHeaders;
  reply.raw.writeHead(status, { ...set, "cache-control": "no-cache", ...headers });
  return reply.raw;
}
