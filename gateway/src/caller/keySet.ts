import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { followFile } from "../watchedFile.js";

/** The issuer's public keys, from a file that may be replaced at any time. */
export function keySetFromFile(
  path: string,
  refused: (reason: unknown) => void,
  changed: () => void = () => {},
): JWTVerifyGetKey & Disposable {
  let keys: JWTVerifyGetKey;
  const following = followFile(
    path,
    (text) => {
      keys = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
      changed();
    },
    refused,
  );
  const current: JWTVerifyGetKey = (header, token) => keys(header, token);
  return Object.assign(current, { [Symbol.dispose]: () => following[Symbol.dispose]() });
}

/** The issuer's public keys, fetched when needed and again when a token names a key not seen yet. */
export function keySetFromUrl(url: URL): JWTVerifyGetKey & Disposable {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: 5_000, // 5 seconds
    cooldownDuration: 30_000, // a token with an invented key id must not make us ask the issuer again and again
    cacheMaxAge: 600_000, // 10 minutes
  });
  const current: JWTVerifyGetKey = (header, token) => keys(header, token);
  return Object.assign(current, { [Symbol.dispose]: () => {} });
}
