import {
  type CryptoKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWSHeaderParameters,
} from "jose";
import { followFile } from "../watchedFile.js";

/** Keys cannot be fetched, so that nobody can say whether a token is good. */
export class IssuerUnreachable extends Error {
  override readonly name = "IssuerUnreachable";
}

/** Finds the issuer's public key that a token's header names. @throws IssuerUnreachable */
export type FindKey = (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => Promise<CryptoKey>;

export type KeySet = FindKey & Disposable;

/** The issuer's public keys, from a file that may be replaced at any time. */
export function keySetFromFile(
  path: string,
  refused: (reason: unknown) => void,
  changed: () => void = () => {},
): KeySet {
  let keys: FindKey;
  const following = followFile(
    path,
    (text) => {
      keys = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
      changed();
    },
    refused,
  );
  const current: FindKey = (header, token) => keys(header, token);
  return Object.assign(current, { [Symbol.dispose]: () => following[Symbol.dispose]() });
}

const REVIEWED_EVERY = 60_000; // 1 minute: how long a withdrawn key may go on working

/**
 * The issuer's public keys, fetched when needed, again when a token names a key not seen yet, and every minute to see
 * whether one is gone. An issuer that does not answer withdraws nothing.
 */
export function keySetFromUrl(url: URL, changed: () => void = () => {}, everyMs = REVIEWED_EVERY): KeySet {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: 5_000, // 5 seconds
    cooldownDuration: 30_000, // a token with an invented key id must not make us ask the issuer again and again
    cacheMaxAge: 600_000, // 10 minutes
  });
  let seen: string | undefined;
  const review = async () => {
    if (!keys.jwks()) return; // nobody has asked yet
    seen ??= JSON.stringify(keys.jwks());
    await keys.reload().catch(() => {});
    const now = JSON.stringify(keys.jwks());
    if (now === seen) return;
    seen = now;
    changed();
  };
  const timer = setInterval(() => void review(), everyMs).unref();
  const current: FindKey = (header, token) =>
    keys(header, token).catch((cause) => {
      throw isAboutToken(cause) ? cause : new IssuerUnreachable("The issuer's keys cannot be fetched.", { cause });
    });
  return Object.assign(current, { [Symbol.dispose]: () => clearInterval(timer) });
}

/** Whether the keys are known, and none is the token's. */
const isAboutToken = (cause: unknown): boolean =>
  [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported].some(
    (type) => cause instanceof type,
  );
