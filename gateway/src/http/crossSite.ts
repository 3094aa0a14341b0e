import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "../operation/refusal.js";

/** Headers that a browser sends to another site only after asking it (a preflight). */
const ASKED_FIRST = [
  "x-requested-with",
  "apollo-require-preflight",
  "x-apollo-operation-name",
  "x-yimen-preflight",
  "authorization",
  "x-api-key",
];

/** Content types that a page of another site may send without asking. */
const SIMPLE = /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/**
 * Refuses what a foreign page can make a browser send behind its user's back. A POST is JSON or refused by its type; a
 * GET passes unless the browser says that another site caused it, or it is dressed as a form.
 *
 * @throws Refusal
 */
export function refuseCrossSite(headers: IncomingHttpHeaders): void {
  if (ASKED_FIRST.some((name) => headers[name] !== undefined)) return;
  const site = headers["sec-fetch-site"];
  const blind = headers["sec-fetch-mode"] !== "cors"; // an image, a form, a script: cannot be meant as a GraphQL client
  const foreign = site === "cross-site" || site === "same-site";
  if ((foreign && blind) || SIMPLE.test(headers["content-type"] ?? "")) {
    throw new Refusal(
      403,
      "CSRF_PREVENTION",
      "This request could have been sent by a foreign page: add the header x-requested-with, or content-type: application/json.",
    );
  }
}
