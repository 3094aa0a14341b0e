import { documentIdIn } from "../operation/documentId.js";
import type { Params } from "../operation/params.js";
import { badRequest, Refusal } from "../operation/refusal.js";
import type { Partner } from "./partner.js";
import { documentHash } from "./registry.js";

/**
 * The text of the trusted document that a partner's request names by its hash, or writes out letter by letter.
 *
 * @throws Refusal DOCUMENT_NOT_TRUSTED for any other
 */
export function trustedText(params: Params, { documents }: Partner): string {
  const named = documentIdIn(params);
  const written = params.query ? documentHash(params.query) : undefined;
  if (named && written && named !== written) throw badRequest("provided sha does not match query");
  const document = documents.get(named ?? written ?? "");
  if (document) return document.text;
  const message = "此文档未登记,不予执行。 Only documents registered for this partner are answered.";
  throw new Refusal(403, "DOCUMENT_NOT_TRUSTED", message);
}
