import { KeyObject } from "node:crypto";
import type { CryptoKey, JWTHeaderParameters } from "jose";
import type { FindKey } from "./keySet.js";
import { Revocation } from "./revocation.js";

interface Vouched {
  readonly header: JWTHeaderParameters;
  readonly key: KeyObject;
  readonly revocation: Revocation;
}

/** The keys that vouch for open sessions: when one is withdrawn, what hangs on it ends. */
export class VouchingKeys {
  readonly #vouched = new Map<string, Vouched>();

  constructor(private readonly keys: FindKey) {}

  /** What sessions of tokens with this header, verified with this key, listen to. */
  revocationOf(header: JWTHeaderParameters, verifiedWith: CryptoKey): Revocation {
    const id = JSON.stringify([header.alg, header.kid]);
    const key = KeyObject.from(verifiedWith);
    const known = this.#vouched.get(id);
    if (known?.key.equals(key)) return known.revocation;
    known?.revocation.revoke();
    const revocation = new Revocation();
    this.#vouched.set(id, { header, key, revocation });
    return revocation;
  }

  /** Looks every key up again: the issuer has published others. */
  async reviewed(): Promise<void> {
    for (const [id, { header, key, revocation }] of this.#vouched) {
      const now = await this.#lookUp(header);
      if (now?.equals(key)) continue;
      this.#vouched.delete(id);
      revocation.revoke();
    }
  }

  /** The issuer's word is not taken any more. */
  withdraw(): void {
    for (const { revocation } of this.#vouched.values()) revocation.revoke();
    this.#vouched.clear();
  }

  async #lookUp(header: JWTHeaderParameters): Promise<KeyObject | undefined> {
    try {
      return KeyObject.from(await this.keys(header));
    } catch {
      return undefined;
    }
  }
}
