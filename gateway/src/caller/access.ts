import type { Clock } from "@yimen/kernel/clock";
import type { Logger } from "pino";
import { purposeOf } from "../access/purpose.js";
import { followPartners, type Partners } from "../partners/partners.js";
import { authenticateWith, openToEverybody } from "./authenticate.js";
import { type Issuer, issuedTokens } from "./issuers.js";
import type { Authenticate } from "./session.js";

/** How callers are recognised, and with what they are vouched for. */
export interface Access {
  /** The secret that gateway and subgraphs share to sign callers. */
  readonly callerSecret: string;
  /** The token issuer's public keys: a JWKS file or the address of one. Without them no token is taken. */
  readonly keys?: string | URL | undefined;
  readonly issuer: string;
  readonly audience: string;
  /** Issuers besides that one, each with keys of its own. */
  readonly issuers?: readonly Issuer[];
  /** The partners' registry file. Without it no API key is taken. */
  readonly partnersFile?: string | undefined;
}

export interface Recognition extends Disposable {
  readonly authenticate: Authenticate;
  /** The partners' registry, where there is one. */
  readonly partners: Partners | undefined;
}

/** Sets up the recognition of callers; without access settings everybody is let in as nobody in particular. */
export function recogniseCallers(access: Access | undefined, clock: Clock, log: Logger): Recognition {
  if (!access) return { authenticate: openToEverybody, partners: undefined, [Symbol.dispose]: () => {} };
  const refused = (file: string) => (reason: unknown) =>
    log.error({ err: reason, file }, "file refused; what was read from it before stays in force");

  const { keys, issuer, audience, issuers = [], partnersFile } = access;
  const all = keys === undefined ? issuers : [{ keys, issuer, audience }, ...issuers];
  const tokens = all.length > 0 ? issuedTokens(all, clock, refused) : undefined;
  const partners = partnersFile ? followPartners(partnersFile, clock, refused(partnersFile)) : undefined;
  return {
    authenticate: withPurpose(authenticateWith({ token: tokens?.verify, apiKey: partners?.verify })),
    partners,
    [Symbol.dispose]() {
      tokens?.[Symbol.dispose]();
      partners?.[Symbol.dispose]();
    },
  };
}

/** Personal data is read for a purpose, which the session of whoever states one carries. */
const withPurpose =
  (authenticate: Authenticate): Authenticate =>
  async (credentials) => {
    const session = await authenticate(credentials);
    const purpose = purposeOf(credentials.purpose);
    return purpose === undefined ? session : { ...session, purpose };
  };
