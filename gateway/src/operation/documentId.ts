import type { Params } from "./params.js";
import { badRequest, Refusal } from "./refusal.js";

/**
 * The SHA-256 by which a request names its document: `documentId`, bare or after `sha256:`, or the persisted query of its
 * extensions.
 *
 * @throws Refusal when it is none
 */
export function documentIdIn({ documentId, extensions }: Params): string | undefined {
  if (documentId !== undefined) return checked(documentId.replace(/^sha256:/, ""), "documentId");
  const persistedQuery = extensions?.persistedQuery;
  if (typeof persistedQuery !== "object" || persistedQuery === null) return undefined;
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>;
  if (version !== 1) throw new Refusal(400, "BAD_REQUEST", "Unsupported persisted query version");
  return checked(sha256Hash, "sha256Hash");
}

function checked(hash: unknown, name: string): string {
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash)) throw badRequest(`${name} is not a SHA-256.`);
  return hash;
}
