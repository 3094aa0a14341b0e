import { isKeyHash, type KeyHash } from "./keyHash.js";

/** An organisation outside that may ask on its own account, as the registry file names it. */
export interface Partner {
  readonly partnerId: string;
  /** What it is, such as BANK or POST. */
  readonly kind: string;
  /** The outlet it runs. */
  readonly outletId: string;
  readonly scopes: readonly string[];
  /** Hashes of the keys in force: two while one replaces the other, none when it is locked out. */
  readonly keys: readonly KeyHash[];
}

/**
 * Reads a registry: `{ "partners": [{ partnerId, kind, outletId, scopes, keys }] }`.
 *
 * @throws Error naming the first entry that is wrong, and what is wrong with it
 */
export function readPartners(text: string): readonly Partner[] {
  const { partners } = JSON.parse(text) as { partners?: unknown };
  if (!Array.isArray(partners)) throw new Error('The partner registry must have a list "partners".');
  const read = partners.map(readPartner);
  const ids = new Set(read.map((partner) => partner.partnerId));
  if (ids.size < read.length) throw new Error("The partner registry names a partnerId twice.");
  return read;
}

function readPartner(entry: unknown, index: number): Partner {
  const { partnerId, kind, outletId, scopes = [], keys } = (entry ?? {}) as Record<string, unknown>;
  const wrong = (what: string) => new Error(`Partner ${index} of the registry: ${what}.`);
  if (!isText(partnerId)) throw wrong("partnerId is missing");
  if (!isText(kind)) throw wrong("kind is missing");
  if (!isText(outletId)) throw wrong("outletId is missing");
  if (!Array.isArray(scopes) || !scopes.every(isText)) throw wrong("scopes must be a list of names");
  if (!Array.isArray(keys) || !keys.every(isKeyHash))
    throw wrong("keys must be hashes, such as sha256:… with 64 hex digits");
  return { partnerId, kind, outletId, scopes, keys };
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
