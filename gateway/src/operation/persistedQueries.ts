import { createHash } from "node:crypto";
import { LeastRecentlyUsed } from "../leastRecentlyUsed.js";
import type { Params } from "./params.js";
import { badRequest, Refusal } from "./refusal.js";

const KEPT = 2_000; // documents
const LONGEST = 32_000; // characters of a text worth keeping

/** Documents that clients name by the SHA-256 of their text, learned from the clients that sent both. */
export class PersistedQueries {
  readonly #texts = new LeastRecentlyUsed<string, string>(KEPT);

  /**
   * The text that a request asks for, by itself or by its hash.
   *
   * @throws Refusal PERSISTED_QUERY_NOT_FOUND: the client then sends the text along
   */
  textOf({ query, extensions }: Params): string {
    const hash = hashIn(extensions?.persistedQuery);
    if (hash === undefined) {
      if (!query) throw badRequest("query is missing.");
      return query;
    }
    return query ? this.#learn(hash, query) : this.#recall(hash);
  }

  #recall(hash: string): string {
    const text = this.#texts.get(hash);
    if (text === undefined) throw new Refusal(200, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
    return text;
  }

  #learn(hash: string, query: string): string {
    if (this.#texts.get(hash) === query) return query;
    if (createHash("sha256").update(query).digest("hex") !== hash)
      throw badRequest("provided sha does not match query");
    if (query.length <= LONGEST) this.#texts.set(hash, query);
    return query;
  }
}

function hashIn(persistedQuery: unknown): string | undefined {
  if (typeof persistedQuery !== "object" || persistedQuery === null) return undefined;
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>;
  if (version !== 1) throw new Refusal(400, "BAD_REQUEST", "Unsupported persisted query version");
  if (typeof sha256Hash !== "string" || !/^[0-9a-f]{64}$/.test(sha256Hash))
    throw badRequest("sha256Hash is not a SHA-256.");
  return sha256Hash;
}
