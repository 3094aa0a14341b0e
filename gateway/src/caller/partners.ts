import { followFile } from "../watchedFile.js";
import { hashOf, type KeyHash, sameHash } from "./keyHash.js";
import { type Partner, readPartners } from "./partnerRegistry.js";
import type { Session } from "./session.js";
import { Unauthenticated } from "./unauthenticated.js";

interface OpenSession extends Session {
  readonly revoke: () => void;
}

/**
 * Recognises partners by their keys. The registry file is read again when it changes, and every session is then taken up
 * anew: what runs on a key that was removed, or on a partner whose entry changed, ends at once.
 */
export function partnerVerifier(
  path: string,
  refused: (reason: unknown) => void,
): ((key: string) => Session) & Disposable {
  let partners: readonly Partner[] = [];
  let open = new Map<KeyHash, OpenSession>();
  const following = followFile(
    path,
    (text) => {
      const before = partners;
      partners = readPartners(text);
      open = sessionsThatStand(open, before, partners);
    },
    refused,
  );

  const verify = (key: string): Session => {
    const hash = hashOf(key);
    const session = open.get(hash) ?? sessionOf(partnerWith(hash, partners));
    open.set(hash, session);
    return session;
  };
  return Object.assign(verify, { [Symbol.dispose]: () => following[Symbol.dispose]() });
}

/** Compares with every key, also after a match, so that the time taken tells nothing. */
function partnerWith(hash: KeyHash, partners: readonly Partner[]): Partner {
  let found: Partner | null = null;
  for (const partner of partners) {
    for (const stored of partner.keys) if (sameHash(stored, hash)) found = partner;
  }
  if (!found) throw new Unauthenticated("API_KEY_INVALID");
  return found;
}

function sessionOf({ partnerId, outletId, kind, scopes }: Partner): OpenSession {
  const revocation = new AbortController();
  return {
    caller: { kind: "PARTNER", subject: partnerId, scopes, claims: { partnerId, outletId, partnerKind: kind } },
    expiresAt: null,
    authorization: null,
    revoked: revocation.signal,
    revoke: () => revocation.abort(),
  };
}

function sessionsThatStand(
  open: ReadonlyMap<KeyHash, OpenSession>,
  before: readonly Partner[],
  now: readonly Partner[],
): Map<KeyHash, OpenSession> {
  const standing = new Map<KeyHash, OpenSession>();
  for (const [hash, session] of open) {
    if (grantOf(hash, before) === grantOf(hash, now)) standing.set(hash, session);
    else session.revoke();
  }
  return standing;
}

/** What a key stands for, as text: two registries grant the same when the texts are equal. */
function grantOf(hash: KeyHash, partners: readonly Partner[]): string | undefined {
  const partner = partners.find(({ keys }) => keys.includes(hash));
  return partner && JSON.stringify({ ...partner, keys: [] });
}
