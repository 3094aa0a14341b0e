import { anonymous, type Caller } from "@yimen/kernel/caller";
import type { Partner } from "../partners/partner.js";
import type { Revocation } from "./revocation.js";

/** What a request shows to say who calls. */
export interface Credentials {
  /** The whole `Authorization` header. */
  readonly authorization?: string | undefined;
  /** A partner's key, from the header `x-api-key`. */
  readonly apiKey?: string | undefined;
  /** The origin of the page that asks, as its browser says it. */
  readonly origin?: string | undefined;
  /** Why personal data is read, as the client says it. */
  readonly purpose?: unknown;
}

/** A caller, for as long as its credentials are good. */
export interface Session {
  readonly caller: Caller;
  /** When the credentials end; open subscriptions end with them. `null`: never by themselves. */
  readonly expiresAt: Date | null;
  /** The client's own `Authorization`, passed on as it is; only an open gateway does that. */
  readonly authorization: string | null;
  /** Told when the credentials are taken back before their time; `null` where that cannot happen. */
  readonly revoked: Revocation | null;
  /** The partner that asks, by the registry as it stands now. */
  readonly partner?: Partner;
  /** Why the caller reads personal data, in its own words. */
  readonly purpose?: string;
}

/** Turns credentials into a session; throws `Unauthenticated` when they are not good. */
export type Authenticate = (credentials: Credentials) => Promise<Session>;

export const anonymousSession: Session = {
  caller: anonymous,
  expiresAt: null,
  authorization: null,
  revoked: null,
};
