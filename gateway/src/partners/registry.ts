import { createHash } from "node:crypto";
import { isKeyHash } from "../caller/keyHash.js";
import { type Partner, type PartnerKey, type PartnerKind, partnerKinds, type Quota } from "./partner.js";
import type { RegistryDocument, RegistryEntry, RegistryFile, RegistryKey } from "./registryFile.js";

/**
 * Reads a registry, `registryFile.ts` says how it is written.
 *
 * @throws Error naming the first entry that is wrong, and what is wrong with it
 */
export function readPartners(text: string): readonly Partner[] {
  const { partners } = JSON.parse(text) as Partial<RegistryFile>;
  if (!Array.isArray(partners)) throw new Error('The partner registry must have a list "partners".');
  const read = partners.map(readPartner);
  if (new Set(read.map(({ partnerId }) => partnerId)).size < read.length)
    throw new Error("The partner registry names a partnerId twice.");
  const hashes = read.flatMap(({ keys }) => keys.map(({ hash }) => hash));
  if (new Set(hashes).size < hashes.length) throw new Error("The partner registry names a key twice.");
  return read;
}

function readPartner(entry: Partial<RegistryEntry> | null, index: number): Partner {
  const { partnerId, kind, outletId, scopes = [], keys, documents = [], origins = [], quota, purpose } = entry ?? {};
  const who = isText(partnerId) ? `Partner ${partnerId}` : `Partner ${index}`;
  const check = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${who} of the registry: ${what}.`);
  };
  check(isPartnerId(partnerId), "partnerId must be letters, digits, dots and dashes");
  check(isPartnerKind(kind), `kind must be one of ${partnerKinds.join(", ")}`);
  check(isText(outletId), "outletId is missing");
  check(Array.isArray(scopes) && scopes.every(isText), "scopes must be a list of names");
  check(Array.isArray(keys) && keys.every(isKey), "keys must be hashes, such as sha256:… with 64 hex digits");
  check(Array.isArray(documents) && documents.every(isDocument), "documents must have a name, a text and its hash");
  check(Array.isArray(origins) && origins.every(isOrigin), "origins must be origins such as https://a.example");
  check([quota, ...documents.map((one) => one.quota)].every(isQuota), "quotas must be whole numbers above 0");
  check(purpose === undefined || isText(purpose), "purpose must be text");
  return {
    partnerId: partnerId as string,
    kind: kind as PartnerKind,
    outletId: outletId as string,
    scopes,
    keys: (keys as readonly RegistryKey[]).map(readKey),
    documents: new Map(documents.map(({ hash, name, text, quota = {} }) => [hash, { name, text, quota }])),
    origins,
    quota: quota ?? {},
    purpose: purpose ?? null,
  };
}

const readKey = (key: RegistryKey): PartnerKey => {
  if (typeof key === "string") return { hash: key, notAfter: null, publishable: false };
  const notAfter = key.notAfter === undefined ? null : new Date(key.notAfter);
  return { hash: key.hash, notAfter, publishable: key.publishable ?? false };
};

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Counters and logs name partners: no id may read as another's with something after it. */
const isPartnerId = (id: unknown) => isText(id) && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id);

const isPartnerKind = (value: unknown) => partnerKinds.some((kind) => kind === value);

function isKey(key: RegistryKey | null): boolean {
  if (typeof key === "string") return isKeyHash(key);
  const { hash, notAfter, publishable = false } = key ?? ({} as Partial<Exclude<RegistryKey, string>>);
  const ends = notAfter === undefined || (isText(notAfter) && !Number.isNaN(Date.parse(notAfter)));
  return isKeyHash(hash) && ends && typeof publishable === "boolean";
}

const isDocument = (document: Partial<RegistryDocument> | null): boolean =>
  isText(document?.name) && isText(document.text) && document.hash === documentHash(document.text);

const isOrigin = (origin: unknown): boolean =>
  isText(origin) && URL.canParse(origin) && new URL(origin).origin === origin;

const isQuota = (quota: Quota | undefined): boolean =>
  quota === undefined ||
  (typeof quota === "object" &&
    quota !== null &&
    Object.entries(quota).every(
      ([name, limit]) =>
        (name === "requestsPerMinute" || name === "costPerDay") && Number.isSafeInteger(limit) && limit > 0,
    ));

/** By what a document is known: the SHA-256 of its text, in hex. */
export const documentHash = (text: string): string => createHash("sha256").update(text).digest("hex");
