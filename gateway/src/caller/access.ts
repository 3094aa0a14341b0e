import type { Clock } from "@yimen/kernel/clock";
import type { Logger } from "pino";
import { purposeOf } from "../access/purpose.js";
import { authenticateWith, openToEverybody } from "./authenticate.js";
import { keySetFromFile, keySetFromUrl } from "./keySet.js";
import { partnerVerifier } from "./partners.js";
import type { Authenticate } from "./session.js";
import { tokenVerifier } from "./tokens.js";

/** How callers are recognised, and with what they are vouched for. */
export interface Access {
  /** The secret that gateway and subgraphs share to sign callers. */
  readonly callerSecret: string;
  /** The token issuer's public keys: a JWKS file or the address of one. Without them no token is taken. */
  readonly keys?: string | URL | undefined;
  readonly issuer: string;
  readonly audience: string;
  /** The partners' registry file. Without it no API key is taken. */
  readonly partnersFile?: string | undefined;
}

/** Sets up the recognition of callers; without access settings everybody is let in as nobody in particular. */
export function recogniseCallers(
  access: Access | undefined,
  clock: Clock,
  log: Logger,
): { readonly authenticate: Authenticate } & Disposable {
  if (!access) return { authenticate: openToEverybody, [Symbol.dispose]: () => {} };
  const refused = (file: string) => (reason: unknown) =>
    log.error({ err: reason, file }, "file refused; what was read from it before stays in force");

  const { keys: source, issuer, audience, partnersFile } = access;
  const keys = source === undefined ? undefined : keySet(source, refused);
  const token = keys && tokenVerifier({ keys, issuer, audience, clock });
  const apiKey = partnersFile ? partnerVerifier(partnersFile, refused(partnersFile)) : undefined;
  return {
    authenticate: withPurpose(authenticateWith({ token, apiKey })),
    [Symbol.dispose]() {
      keys?.[Symbol.dispose]();
      apiKey?.[Symbol.dispose]();
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

const keySet = (source: string | URL, refused: (file: string) => (reason: unknown) => void) =>
  source instanceof URL ? keySetFromUrl(source) : keySetFromFile(source, refused(source));
