import type { KeyHash } from "../caller/keyHash.js";

/** What an organisation outside can be. */
export const partnerKinds = ["BANK", "POST", "MEDICAL", "MALL", "MARKET", "PARK", "RURAL_ECOMMERCE"] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** An organisation outside that may ask on its own account, as the registry file names it. */
export interface Partner {
  readonly partnerId: string;
  readonly kind: PartnerKind;
  /** The outlet it runs. */
  readonly outletId: string;
  readonly scopes: readonly string[];
  /** Keys in force: two while one replaces the other, none when it is locked out. */
  readonly keys: readonly PartnerKey[];
  /** The only documents it is answered for, by their SHA-256. */
  readonly documents: ReadonlyMap<string, TrustedDocument>;
  /** Origins whose pages may use its publishable keys. */
  readonly origins: readonly string[];
  /** What it may use in all, every document counted. */
  readonly quota: Quota;
  /** Why it asks at all: what was agreed with it. */
  readonly purpose: string | null;
}

export interface PartnerKey {
  readonly hash: KeyHash;
  /** The key is good until then; `null` until it is taken away. */
  readonly notAfter: Date | null;
  /** Made to be read in a page: good from the partner's origins only. */
  readonly publishable: boolean;
}

/** A document that was looked at and agreed to. */
export interface TrustedDocument {
  readonly name: string;
  readonly text: string;
  readonly quota: Quota;
}

/** What may be used in a time; what is left out is not limited. */
export interface Quota {
  readonly requestsPerMinute?: number;
  /** In the units of an operation's estimated cost. */
  readonly costPerDay?: number;
}
