import { jwtVerify, SignJWT } from "jose";
import { DomainError } from "./errors.js";

export const callerKinds = ["ANONYMOUS", "APPLICANT", "STAFF", "PARTNER", "SERVICE"] as const;
export type CallerKind = (typeof callerKinds)[number];

/** Who calls, as the gateway verified it. Subgraphs decide from it what may be done to a row. */
export interface Caller {
  readonly kind: CallerKind;
  /** The one who called, unique within its kind; `null` when anonymous. */
  readonly subject: string | null;
  readonly scopes: readonly string[];
  /** What the token said beyond that, such as the outlet and the department. */
  readonly claims: Readonly<Record<string, string>>;
}

export const anonymous: Caller = { kind: "ANONYMOUS", subject: null, scopes: [], claims: {} };

/** The caller a service is when it asks a sibling on its own account. */
export const serviceCaller = (name: string): Caller => ({ kind: "SERVICE", subject: name, scopes: [], claims: {} });

/** The header in which a signed caller travels from the gateway, or a sibling, to a subgraph. */
export const CALLER_HEADER = "x-yimen-caller";

const ISSUER = "yimen";
const LIFETIME = 60; // seconds
const SKEW = 5; // seconds by which the clocks of two machines may differ

/** A request that did not come through the gateway or from a sibling. */
export class CallerNotTrusted extends DomainError {
  readonly code = "CALLER_NOT_TRUSTED";
  constructor() {
    super({
      zh: "请求未经网关签名,不予受理;请通过网关访问。",
      en: "This request was not signed by the gateway; call the gateway instead.",
    });
  }
}

/** Signs a caller for one target service; valid for a minute and worthless anywhere else. */
export const signCaller = (caller: Caller, target: string, secret: string): Promise<string> =>
  new SignJWT({ caller })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(ISSUER)
    .setAudience(target)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME}s`)
    .sign(new TextEncoder().encode(secret));

const demanded = {
  algorithms: ["HS256"],
  issuer: ISSUER,
  requiredClaims: ["exp"],
  maxTokenAge: LIFETIME,
  clockTolerance: SKEW,
};

/**
 * Checks signed callers that are meant for `target`. Tokens seen before are remembered until they expire, since the
 * gateway sends the same one for a while.
 *
 * @throws CallerNotTrusted when it is missing, expired, signed with another secret or meant for another service
 */
export function callerVerifier(target: string, secret: string): (token: string | undefined) => Promise<Caller> {
  const key = new TextEncoder().encode(secret);
  const seen = new Map<string, { caller: Caller; until: number }>();
  return async (token) => {
    if (!token) throw new CallerNotTrusted();
    const known = seen.get(token);
    if (known && known.until > Date.now()) return known.caller;
    try {
      const { payload } = await jwtVerify(token, key, { ...demanded, audience: target });
      const caller = payload.caller as Caller;
      if (!callerKinds.includes(caller.kind)) throw new CallerNotTrusted();
      if (seen.size >= 1_000) seen.clear();
      seen.set(token, { caller, until: (payload.exp ?? 0) * 1_000 });
      return caller;
    } catch {
      throw new CallerNotTrusted();
    }
  };
}
