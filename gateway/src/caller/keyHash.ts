import { createHash, timingSafeEqual } from "node:crypto";

/**
 * What is stored of an API key: `sha256:<64 hex digits>`. Keys are made by us, 256 random bits long, so that there is
 * nothing to guess which a slow hash would have to protect.
 */
export type KeyHash = `sha256:${string}`;

export const hashOf = (key: string): KeyHash => `sha256:${createHash("sha256").update(key).digest("hex")}`;

/** Whether two hashes are the same; takes as long either way. */
export const sameHash = (one: KeyHash, other: KeyHash): boolean =>
  timingSafeEqual(Buffer.from(one), Buffer.from(other));

export const isKeyHash = (stored: unknown): stored is KeyHash =>
  typeof stored === "string" && /^sha256:[0-9a-f]{64}$/.test(stored);
