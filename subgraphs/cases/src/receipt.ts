import { createHmac, timingSafeEqual } from "node:crypto";

/** What a receipt is for. */
export type ReceiptKind = "case" | "visit" | "bundle";

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // without characters that are easily misread
const LENGTH = 12; // 59 bits

/**
 * The secrets that are printed on receipts: the query secret of a case and the rating token of a visit. They are
 * computed from a key and never stored, so a retried request gets the same one and a stolen database holds none.
 */
export interface Receipts {
  secretOf(kind: ReceiptKind, id: string): string;
  /** Compares in constant time. */
  matches(kind: ReceiptKind, id: string, given: string): boolean;
}

export function receipts(key: string): Receipts {
  const secretOf: Receipts["secretOf"] = (kind, id) => {
    const digest = createHmac("sha256", key).update(`${kind}:${id}`).digest();
    return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  };
  const digest = (text: string) => createHmac("sha256", key).update(text).digest();
  return {
    secretOf,
    matches: (kind, id, given) => timingSafeEqual(digest(secretOf(kind, id)), digest(given.trim().toUpperCase())),
  };
}
