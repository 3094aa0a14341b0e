import type { OutgoingHttpHeaders } from "node:http";
import type { AllowsOrigin } from "../origins.js";
import { REQUEST_ID_HEADER } from "./requestId.js";

/** Security headers of answers that are data. Pages get theirs from helmet, which works them out anew every time. */
export const dataHeaders = {
  "cache-control": "no-store", // an answer is its caller's: no cache between may keep it
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000", // a year; browsers heed it over TLS only
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Headers of ours that pages of other origins may read. */
export const exposedHeaders = [REQUEST_ID_HEADER, "ratelimit", "ratelimit-policy", "retry-after"];

/** The headers that every answer with data begins with, by the origin of the page that asks. */
export function headersFor(allows: AllowsOrigin): (origin: string | undefined) => OutgoingHttpHeaders {
  const exposed = { "access-control-expose-headers": exposedHeaders.join(", ") };
  const forAll = { ...dataHeaders, "access-control-allow-origin": "*", ...exposed };
  if (allows.any) return () => ({ ...forAll });
  const forNobody = { ...dataHeaders, vary: "Origin" };
  return (origin) =>
    origin !== undefined && allows(origin)
      ? { ...forNobody, "access-control-allow-origin": origin, ...exposed }
      : { ...forNobody };
}
