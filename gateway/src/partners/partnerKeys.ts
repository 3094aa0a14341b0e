import type { Clock } from "@yimen/kernel/clock";
import { hashOf, type KeyHash, sameHash } from "../caller/keyHash.js";
import { Revocation } from "../caller/revocation.js";
import type { Session } from "../caller/session.js";
import { Unauthenticated } from "../caller/unauthenticated.js";
import { refuseForeignOrigin, refuseSecretInPage } from "./foreignOrigin.js";
import type { Partner, PartnerKey } from "./partner.js";

/** Recognises partners, always by the registry as it stands. */
export interface PartnerKeys {
  /** @throws Unauthenticated, or a Refusal when a publishable key is shown from another origin than the partner's */
  verify(key: string, origin: string | undefined): Session;
  /** Takes up another registry: sessions that it does not grant any more end at once. */
  replace(partners: readonly Partner[]): void;
}

interface Found {
  readonly partner: Partner;
  readonly key: PartnerKey;
}

interface OpenSession extends Session {
  partner: Partner;
  readonly key: PartnerKey;
  readonly revoke: () => void;
}

export function partnerKeys(clock: Clock): PartnerKeys {
  let registered: readonly Partner[] = [];
  let open = new Map<KeyHash, OpenSession>();
  return {
    verify(shown, origin) {
      const hash = hashOf(shown);
      const session = open.get(hash) ?? sessionOf(search(hash, registered));
      const { partner, key, expiresAt } = session;
      if (expiresAt && expiresAt <= clock()) throw new Unauthenticated("API_KEY_INVALID");
      if (key.publishable) refuseForeignOrigin(partner, origin);
      else refuseSecretInPage(origin);
      open.set(hash, session);
      return session;
    },
    replace(partners) {
      registered = partners;
      open = sessionsThatStand(open, partners);
    },
  };
}

/** Compares with every key, also after a match, so that the time taken tells nothing. */
function search(hash: KeyHash, partners: readonly Partner[]): Found {
  let found: Found | null = null;
  for (const partner of partners) {
    for (const key of partner.keys) if (sameHash(key.hash, hash)) found = { partner, key };
  }
  if (!found) throw new Unauthenticated("API_KEY_INVALID");
  return found;
}

function sessionOf({ partner, key }: Found): OpenSession {
  const { partnerId, outletId, kind, scopes } = partner;
  const revocation = new Revocation();
  return {
    caller: { kind: "PARTNER", subject: partnerId, scopes, claims: { partnerId, outletId, partnerKind: kind } },
    expiresAt: key.notAfter,
    authorization: null,
    ...(partner.purpose !== null && { purpose: partner.purpose }),
    revoked: revocation,
    partner,
    key,
    revoke: () => revocation.revoke(),
  };
}

function sessionsThatStand(
  open: ReadonlyMap<KeyHash, OpenSession>,
  partners: readonly Partner[],
): Map<KeyHash, OpenSession> {
  const standing = new Map<KeyHash, OpenSession>();
  for (const [hash, session] of open) {
    const now = partners.find(({ partnerId }) => partnerId === session.partner.partnerId);
    if (now && isStillGranted(session, now)) {
      session.partner = now;
      standing.set(hash, session);
    } else session.revoke();
  }
  return standing;
}

/** What was added takes no session away; what was changed or taken does. */
function isStillGranted({ partner: before, key }: OpenSession, now: Partner): boolean {
  const same = now.keys.find(({ hash }) => hash === key.hash);
  return (
    JSON.stringify(same) === JSON.stringify(key) &&
    textOf(before) === textOf(now) &&
    before.origins.every((origin) => now.origins.includes(origin)) &&
    [...before.documents.keys()].every((hash) => now.documents.has(hash))
  );
}

const textOf = ({ kind, outletId, scopes }: Partner) => JSON.stringify([kind, outletId, scopes]);
