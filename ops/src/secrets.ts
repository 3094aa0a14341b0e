import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { readRegistryFile, writeRegistryFile } from "@yimen/gateway/partners/registryFile";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { withDemoPartner } from "./partners/demoPartner.js";
import { readPersonas } from "./personas.js";
import type { State } from "./state.js";

/** What this clone keeps to itself: `.yimen/secrets.json`, readable by its owner only. */
export interface Secrets {
  /** With it the gateway signs callers and subgraphs check them. */
  readonly callerSecret: string;
  /** With it cases computes what is printed on receipts; it outlives the others, since receipts do. */
  readonly receiptKey: string;
  /** Private key of the development issuer, ES256. */
  readonly signingKey: JWK;
  /** API keys by partner id; the registry file holds only their hashes. */
  readonly apiKeys: Readonly<Record<string, string>>;
}

/** Reads the secrets, making what is missing, and writes the public key set and the partner registry beside them. */
export async function keepSecrets(root: string, state: State): Promise<Secrets> {
  const known = readKnown(state.secrets);
  const { partners } = readPersonas(root);
  const secrets: Secrets = {
    callerSecret: known.callerSecret ?? random(),
    receiptKey: known.receiptKey ?? random(),
    signingKey: known.signingKey ?? (await newSigningKey()),
    apiKeys: Object.fromEntries(partners.map(({ partnerId }) => [partnerId, known.apiKeys?.[partnerId] ?? random()])),
  };
  write(state.secrets, secrets);
  const { d: _private, ...publicKey } = secrets.signingKey;
  write(state.jwks, { keys: [publicKey] });
  const registry = partners.reduce((before, partner) => {
    const isKeyNew = known.apiKeys?.[partner.partnerId] === undefined;
    return withDemoPartner(before, partner, { root, key: secrets.apiKeys[partner.partnerId] ?? "", isKeyNew });
  }, readRegistryFile(state.partners));
  writeRegistryFile(state.partners, registry);
  return secrets;
}

async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: "ES256", use: "sig", kid: randomBytes(6).toString("hex") };
}

const random = () => randomBytes(32).toString("base64url");

const write = (file: string, content: object) =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });

function readKnown(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
  } catch {
    return {}; // the first start
  }
}
