import type { Clock } from "@yimen/kernel/clock";
import { decodeJwt } from "jose";
import { keySetFromFile, keySetFromUrl } from "./keySet.js";
import type { Session } from "./session.js";
import { type TokenVerifier, tokenVerifier } from "./tokens.js";
import { Unauthenticated } from "./unauthenticated.js";

/** Somebody whose tokens are taken: by that name, for that audience, signed with those keys and no others. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** A JWKS file, or the address of one. */
  readonly keys: string | URL;
}

export interface IssuedTokens extends Disposable {
  verify(token: string): Promise<Session>;
  /**
   * Takes up another list: sessions of issuers that are not on it as they were end at once.
   *
   * @throws Error when the keys of one cannot be read; the list before then stays in force
   */
  replace(issuers: readonly Issuer[]): void;
}

interface Opened extends Disposable {
  readonly issuer: Issuer;
  readonly verifier: TokenVerifier;
}

/**
 * Verifies tokens of several issuers. What a token says of its issuer only chooses the keys; with them it must then prove
 * it, so that one issuer's keys never vouch for another's tokens. When keys change, every token is verified anew.
 */
export function issuedTokens(
  issuers: readonly Issuer[],
  clock: Clock,
  refused: (file: string) => (reason: unknown) => void,
): IssuedTokens {
  const open = (issuer: Issuer) => openIssuer(issuer, clock, refused);
  let opened = issuers.map(open);
  return {
    async verify(token) {
      const claimed = issuerOf(token);
      const found = opened.find(({ issuer }) => issuer.issuer === claimed);
      if (!found) throw new Unauthenticated("TOKEN_INVALID");
      return found.verifier(token);
    },
    replace(others) {
      const standing = opened.filter(({ issuer }) => others.some((other) => isSame(issuer, other)));
      const added = others.filter((other) => !opened.some(({ issuer }) => isSame(issuer, other))).map(open);
      const gone = opened.filter((each) => !standing.includes(each));
      opened = [...standing, ...added];
      for (const each of gone) {
        each.verifier.withdraw();
        each[Symbol.dispose]();
      }
    },
    [Symbol.dispose]() {
      for (const each of opened) each[Symbol.dispose]();
    },
  };
}

function openIssuer(issuer: Issuer, clock: Clock, refused: (file: string) => (reason: unknown) => void): Opened {
  const { keys: source, audience } = issuer;
  let verifier: TokenVerifier | undefined;
  const changed = () => void verifier?.keysChanged();
  const keys =
    source instanceof URL ? keySetFromUrl(source, changed) : keySetFromFile(source, refused(source), changed);
  verifier = tokenVerifier({ keys, issuer: issuer.issuer, audience, clock });
  return { issuer, verifier, [Symbol.dispose]: () => keys[Symbol.dispose]() };
}

const isSame = (one: Issuer, other: Issuer): boolean =>
  one.issuer === other.issuer && one.audience === other.audience && String(one.keys) === String(other.keys);

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/**
 * Reads a list of issuers: `[{ "issuer", "audience", "jwksFile" }]`, or with `jwksUrl`.
 *
 * @throws Error that names the first entry that is wrong
 */
export function readIssuers(text: string): readonly Issuer[] {
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) throw new Error("Issuers must be a list.");
  const issuers = entries.map(readIssuer);
  if (new Set(issuers.map(({ issuer }) => issuer)).size < issuers.length) throw new Error("An issuer is listed twice.");
  return issuers;
}

function readIssuer(entry: unknown, index: number): Issuer {
  const { issuer, audience, jwksFile, jwksUrl } = (entry ?? {}) as Record<string, unknown>;
  const wrong = (what: string) => new Error(`Issuer ${index} of the list: ${what}.`);
  if (typeof issuer !== "string" || issuer === "") throw wrong("issuer is missing");
  if (typeof audience !== "string" || audience === "") throw wrong("audience is missing");
  if (typeof jwksFile === "string" && jwksFile !== "") return { issuer, audience, keys: jwksFile };
  if (typeof jwksUrl === "string" && URL.canParse(jwksUrl)) return { issuer, audience, keys: new URL(jwksUrl) };
  throw wrong("jwksFile or jwksUrl is missing");
}
