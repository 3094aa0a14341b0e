import { readFileSync } from "node:fs";
import { type ClockSetting, clockAt } from "@yimen/kernel/clock";
import { importJWK, SignJWT } from "jose";
import type { Persona } from "./personas.js";
import type { Secrets } from "./secrets.js";

const LIFETIME = 30 * 24 * 3_600; // seconds: a demonstration at 60× plays half a month of days in an afternoon

/**
 * A bearer token for a persona, as the development issuer signs it: `sub`, `kind`, `scope` (names separated by blanks)
 * and the persona's claims.
 *
 * @param now epoch milliseconds on the clock that the gateway goes by
 */
export async function issueToken(
  { subject, kind, scopes, claims }: Persona,
  { signingKey }: Secrets,
  now: number,
): Promise<string> {
  const seconds = Math.floor(now / 1_000);
  return new SignJWT({ ...claims, kind, scope: scopes.join(" ") })
    .setProtectedHeader({ alg: "ES256", kid: signingKey.kid ?? "" })
    .setSubject(subject)
    .setIssuer("yimen-dev")
    .setAudience("yimen")
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFETIME)
    .sign(await importJWK(signingKey, "ES256"));
}

/** What the services' clock shows: the file's time where a demonstration set one, else the real one. */
export function nowOnClock(file: string): number {
  try {
    return clockAt(JSON.parse(readFileSync(file, "utf8")) as ClockSetting, Date.now()).getTime();
  } catch {
    return Date.now();
  }
}
