import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { documentIdIn } from "./documentId.js";
import type { Params } from "./params.js";
import { badRequest, Refusal } from "./refusal.js";

const KEPT = 2_000; // documents
const LONGEST = 32_000; // characters of a text worth keeping

/** Documents that clients name by the SHA-256 of their text, learned from the clients that sent both. */
export class PersistedQueries {
  readonly #texts = new LRUCache<string, string>({ max: KEPT });

  /**
   * The text that a request asks for, by itself or by its hash.
   *
   * @throws Refusal PERSISTED_QUERY_NOT_FOUND: the client then sends the text along
   */
  textOf(params: Params): string {
    const hash = documentIdIn(params);
    const { query } = params;
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
