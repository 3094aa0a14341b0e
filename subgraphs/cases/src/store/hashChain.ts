import { createHash } from "node:crypto";
import { stableJson } from "@yimen/kernel/idempotency";

/**
 * Links an entry to the one before it in its stream, so that a changed or missing entry shows (R082, I-K14).
 *
 * @param before  hash of the previous entry; "" for the first
 */
export const chainedHash = (before: string, entry: { version: number; type: string; data: unknown }): string =>
  createHash("sha256")
    .update(`${before}\n${stableJson(entry)}`)
    .digest("hex");
