import { type Authenticate, anonymousSession, type Session } from "./session.js";
import { Unauthenticated } from "./unauthenticated.js";

export interface Verifiers {
  readonly token?: ((token: string) => Promise<Session>) | undefined;
  readonly apiKey?: ((key: string, origin: string | undefined) => Session) | undefined;
}

/** Who calls: by token, by API key, or nobody in particular. Credentials that are not good are refused. */
export const authenticateWith =
  ({ token, apiKey }: Verifiers): Authenticate =>
  async (credentials) => {
    if (credentials.authorization && credentials.apiKey) throw new Unauthenticated("AMBIGUOUS");
    if (credentials.apiKey) {
      if (!apiKey) throw new Unauthenticated("NOT_CONFIGURED");
      return apiKey(credentials.apiKey, credentials.origin);
    }
    if (!credentials.authorization) return anonymousSession;
    if (!token) throw new Unauthenticated("NOT_CONFIGURED");
    return token(bearerToken(credentials.authorization));
  };

/** A gateway without access configuration: asks nobody, and passes `Authorization` on for the subgraphs to judge. */
export const openToEverybody: Authenticate = async ({ authorization }) =>
  authorization ? { ...anonymousSession, authorization } : anonymousSession;

function bearerToken(authorization: string): string {
  const token = /^bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!token) throw new Unauthenticated("SCHEME_UNKNOWN");
  return token;
}
