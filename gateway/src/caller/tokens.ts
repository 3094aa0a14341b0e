import { type Caller, type CallerKind, callerKinds } from "@yimen/kernel/caller";
import type { Clock } from "@yimen/kernel/clock";
import { errors, type JWTPayload, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { Refusal } from "../operation/refusal.js";
import { type FindKey, IssuerUnreachable } from "./keySet.js";
import type { Revocation } from "./revocation.js";
import type { Session } from "./session.js";
import { Unauthenticated } from "./unauthenticated.js";
import { VouchingKeys } from "./vouchingKeys.js";

export interface TokenRules {
  readonly keys: FindKey;
  readonly issuer: string;
  readonly audience: string;
  readonly clock: Clock;
}

/** Verifies a token. @throws Unauthenticated when it is not good; Refusal when its issuer's keys cannot be fetched */
export interface TokenVerifier {
  (token: string): Promise<Session>;
  /** The keys have changed: what was found good is verified anew, and what a withdrawn key vouched for ends. */
  keysChanged(): Promise<void>;
  /** The issuer is not trusted any more: all its sessions end. */
  withdraw(): void;
}

/** Signature algorithms taken; pinned, so that a token cannot choose `none` or a shared secret. */
const ALGORITHMS = ["ES256", "EdDSA", "RS256"];
const TOLERANCE = 5; // seconds that the issuer's clock may be ahead or behind

/** Kinds an issuer may vouch for: partners come with a key, services with a signature of their own. */
const TOKEN_KINDS: readonly CallerKind[] = ["APPLICANT", "STAFF"];

/**
 * Verifies bearer tokens and remembers the good ones until they end.
 *
 * A token says `sub`, `kind` (APPLICANT or STAFF) and `scope` (names separated by blanks); every other claim whose value
 * is text is handed on as it is.
 */
export function tokenVerifier(rules: TokenRules): TokenVerifier {
  const good = new LRUCache<string, Session>({ max: 10_000 });
  const vouching = new VouchingKeys(rules.keys);
  let changes = 0;
  const verifier = async (token: string): Promise<Session> => {
    const known = good.get(token);
    if (known && !hasEnded(known, rules.clock())) return known;
    const before = changes;
    const session = await verify(token, rules, vouching);
    if (before !== changes) return verifier(token); // by keys that may be gone
    good.set(token, session);
    return session;
  };
  const forget = () => {
    changes++;
    good.clear();
  };
  return Object.assign(verifier, {
    keysChanged() {
      forget();
      return vouching.reviewed();
    },
    withdraw() {
      forget();
      vouching.withdraw();
    },
  });
}

async function verify(
  token: string,
  { keys, issuer, audience, clock }: TokenRules,
  vouching: VouchingKeys,
): Promise<Session> {
  try {
    const { payload, protectedHeader, key } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: TOLERANCE,
      currentDate: clock(),
      requiredClaims: ["sub", "exp"],
    });
    return sessionOf(payload, vouching.revocationOf(protectedHeader, key));
  } catch (cause) {
    if (cause instanceof IssuerUnreachable) throw issuerUnreachable();
    throw new Unauthenticated(cause instanceof errors.JWTExpired ? "TOKEN_EXPIRED" : "TOKEN_INVALID");
  }
}

/** The token may be good: its client keeps it, and tries again. */
const issuerUnreachable = () =>
  new Refusal(
    503,
    "ISSUER_UNREACHABLE",
    "身份认证服务暂时无法访问,请稍后再试。 The identity provider cannot be reached; try again in a few seconds.",
    { "retry-after": "5" },
  );

function sessionOf(payload: JWTPayload, revoked: Revocation): Session {
  const expiresAt = new Date((payload.exp ?? 0) * 1_000);
  if (Number.isNaN(expiresAt.getTime())) throw new Unauthenticated("TOKEN_INVALID"); // an end beyond all calendars
  return { caller: callerOf(payload), expiresAt, authorization: null, revoked };
}

function callerOf({ sub, kind, scope, ...rest }: JWTPayload): Caller {
  if (!isTokenKind(kind) || typeof sub !== "string" || sub === "") throw new Unauthenticated("TOKEN_INVALID");
  const scopes = typeof scope === "string" ? scope.split(" ").filter(Boolean) : [];
  return { kind, subject: sub, scopes, claims: textsOf(rest) };
}

const isTokenKind = (kind: unknown): kind is CallerKind =>
  callerKinds.some((known) => known === kind && TOKEN_KINDS.includes(known));

const REGISTERED = new Set(["iss", "aud", "exp", "nbf", "iat", "jti"]);

function textsOf(claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(claims).filter(
    (claim): claim is [string, string] => typeof claim[1] === "string" && !REGISTERED.has(claim[0]),
  );
  return Object.fromEntries(texts);
}

const hasEnded = ({ expiresAt }: Session, now: Date) =>
  expiresAt !== null && expiresAt.getTime() + TOLERANCE * 1_000 <= now.getTime();
