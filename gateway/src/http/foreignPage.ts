import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import type { FastifyRequest } from "fastify";
import type { AllowsOrigin } from "../origins.js";
import { exposedHeaders } from "./dataHeaders.js";

const KEY_HEADER = "x-api-key";

/**
 * What a page may do by its origin. A page whose origin nobody registered is let send a key, and nothing without one: it
 * is refused then before anything runs, in words that its developer can read. Its browser asks anew every time, so that
 * what was granted for a request with a key does not serve one without.
 */
export function corsOptions(allows: AllowsOrigin) {
  const methods = ["GET", "POST"];
  const known = { methods, exposedHeaders, maxAge: 600 }; // 10 minutes
  return (request: Pick<FastifyRequest, "headers">) => {
    const { origin } = request.headers;
    if (allows.any) return { ...known, origin: "*" };
    if (origin !== undefined && allows(origin)) return { ...known, origin: true };
    if (asksToSendKey(request.headers))
      return { origin: true, methods, allowedHeaders: [KEY_HEADER, "content-type"], maxAge: 0 };
    return { origin: false };
  };
}

function asksToSendKey(headers: IncomingHttpHeaders): boolean {
  const asked = headers["access-control-request-headers"]?.toLowerCase().split(",") ?? [];
  return asked.some((name) => name.trim() === KEY_HEADER);
}

/** Lets the page read why it was refused, when it has shown a key: there is nothing else in such an answer. */
export function readableRefusal({ origin, [KEY_HEADER]: key }: IncomingHttpHeaders): OutgoingHttpHeaders {
  if (origin === undefined || key === undefined) return {};
  return { "access-control-allow-origin": origin, "access-control-expose-headers": exposedHeaders.join(", ") };
}
