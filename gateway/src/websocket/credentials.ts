import type { IncomingHttpHeaders } from "node:http";
import { PURPOSE_HEADER } from "../access/purpose.js";
import type { Credentials } from "../caller/session.js";
import { Unauthenticated } from "../caller/unauthenticated.js";

/**
 * Who calls, as `connection_init` says it: `{ authorization }` or `{ apiKey }`, with a `purpose` or without, since a
 * browser cannot set headers on a websocket. A client that can may send the headers instead.
 *
 * @throws Unauthenticated for credentials that are no text: they are not good, and not none either
 */
export function credentialsOf(
  payload: Readonly<Record<string, unknown>> | undefined,
  headers: IncomingHttpHeaders,
): Credentials {
  const said = (name: string) => {
    const value = payload?.[name] ?? undefined;
    if (value === undefined || typeof value === "string") return value;
    throw new Unauthenticated(name.toLowerCase() === "authorization" ? "TOKEN_INVALID" : "API_KEY_INVALID");
  };
  const authorization = said("authorization") ?? said("Authorization");
  const apiKey = said("apiKey") ?? said("x-api-key");
  const purpose = payload?.purpose ?? headers[PURPOSE_HEADER];
  const { origin } = headers;
  if (authorization !== undefined || apiKey !== undefined) return { authorization, apiKey, origin, purpose };
  const key = headers["x-api-key"];
  return { authorization: headers.authorization, apiKey: typeof key === "string" ? key : undefined, origin, purpose };
}
