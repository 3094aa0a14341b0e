import type { Clock } from "@yimen/kernel/clock";
import type { Logger } from "pino";
import { purposeOf } from "../access/purpose.js";
import { followPartners, type Partners } from "../partners/partners.js";
import { followFile } from "../watchedFile.js";
import { authenticateWith, openToEverybody } from "./authenticate.js";
import { type IssuedTokens, type Issuer, issuedTokens, readIssuers } from "./issuers.js";
import type { Authenticate } from "./session.js";

/** How callers are recognised, and with what they are vouched for. */
export interface Access {
  /** The secret that gateway and subgraphs share to sign callers. */
  readonly callerSecret: string;
  /** The token issuer's public keys: a JWKS file or the address of one. Without them no token is taken. */
  readonly keys?: string | URL | undefined;
  readonly issuer: string;
  readonly audience: string;
  /** A list of issuers besides that one, each with keys of its own; watched. */
  readonly issuersFile?: string | undefined;
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

  const { partnersFile } = access;
  const tokens = tokensOf(access, clock, refused);
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

/** Tokens of the issuer that is configured and of those that are listed; the list may change at any time. */
function tokensOf(
  { keys, issuer, audience, issuersFile }: Access,
  clock: Clock,
  refused: (file: string) => (reason: unknown) => void,
): (Disposable & Pick<IssuedTokens, "verify">) | undefined {
  if (keys === undefined && issuersFile === undefined) return undefined;
  const own: readonly Issuer[] = keys === undefined ? [] : [{ keys, issuer, audience }];
  const tokens = issuedTokens(own, clock, refused);
  if (issuersFile === undefined) return tokens;
  const takeUp = (text: string) => tokens.replace([...own, ...readIssuers(text)]);
  const following = followFile(issuersFile, takeUp, refused(issuersFile));
  return {
    verify: tokens.verify,
    [Symbol.dispose]() {
      following[Symbol.dispose]();
      tokens[Symbol.dispose]();
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
