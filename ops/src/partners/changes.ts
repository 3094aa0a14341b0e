import { hashOf, type KeyHash } from "@yimen/gateway/caller/keyHash";
import type { RegistryDocument, RegistryEntry, RegistryFile, RegistryKey } from "@yimen/gateway/partners/registryFile";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";

/** A key as it was made, and what of it is registered. */
export interface NewKey {
  readonly shown: string;
  readonly publishable: boolean;
}

const registered = ({ shown, publishable }: NewKey): RegistryKey =>
  publishable ? { hash: hashOf(shown), publishable } : hashOf(shown);

/** @throws OperatorProblem PARTNER_EXISTS */
export function addPartner(registry: RegistryFile, entry: Omit<RegistryEntry, "keys">, key: NewKey): RegistryFile {
  const { partnerId } = entry;
  if (registry.partners.some((known) => known.partnerId === partnerId)) {
    throw new OperatorProblem("PARTNER_EXISTS", {
      zh: `合作方 ${partnerId} 已登记;换发密钥请用 rotate,修改请用 set。`,
      en: `There is a partner ${partnerId} already: use rotate for another key, set for changes.`,
    });
  }
  return { partners: [...registry.partners, { ...entry, keys: [registered(key)] }] };
}

/** Adds a key, and lets the others of its kind end: partners change over in the time between. */
export const rotateKey = (registry: RegistryFile, partnerId: string, key: NewKey, notAfter: Date): RegistryFile =>
  changeEntry(registry, partnerId, (entry) => ({
    ...entry,
    keys: [
      ...entry.keys.map((old) => (isPublishable(old) === key.publishable ? ending(old, notAfter) : old)),
      registered(key),
    ],
  }));

/**
 * Takes keys away whose hash begins like this; all of them without one.
 *
 * @throws OperatorProblem KEY_UNKNOWN where there is none
 */
export const revokeKeys = (registry: RegistryFile, partnerId: string, hash?: string): RegistryFile =>
  changeEntry(registry, partnerId, (entry) => {
    const isMeant = (key: RegistryKey) => hash === undefined || hashOfKey(key).slice("sha256:".length).startsWith(hash);
    if (hash !== undefined && !entry.keys.some(isMeant)) {
      throw new OperatorProblem("KEY_UNKNOWN", {
        zh: `没有哈希以 ${hash} 开头的密钥;用 list 查看。`,
        en: `No key's hash begins with ${hash}; list shows them.`,
      });
    }
    return { ...entry, keys: entry.keys.filter((key) => !isMeant(key)) };
  });

/** Registers documents, in place of those of the same names. */
export const registerDocuments = (
  registry: RegistryFile,
  partnerId: string,
  documents: readonly RegistryDocument[],
): RegistryFile =>
  changeEntry(registry, partnerId, (entry) => ({
    ...entry,
    documents: withDocuments(entry.documents ?? [], documents),
  }));

export function withDocuments(
  before: readonly RegistryDocument[],
  documents: readonly RegistryDocument[],
): readonly RegistryDocument[] {
  const replaced = new Map(before.map((document) => [document.name, document]));
  const kept = before.filter(({ name }) => documents.every((document) => document.name !== name));
  const added = documents.map((document) => {
    const quota = replaced.get(document.name)?.quota;
    return quota ? { ...document, quota } : document;
  });
  return [...kept, ...added];
}

export const hashOfKey = (key: RegistryKey): KeyHash => (typeof key === "string" ? key : key.hash);
const isPublishable = (key: RegistryKey) => typeof key !== "string" && key.publishable === true;

function ending(key: RegistryKey, notAfter: Date): RegistryKey {
  const given = typeof key === "string" ? { hash: key } : key;
  const endsSooner = given.notAfter !== undefined && new Date(given.notAfter) < notAfter;
  return endsSooner ? given : { ...given, notAfter: notAfter.toISOString() };
}

/** @throws OperatorProblem PARTNER_UNKNOWN */
export function changeEntry(
  registry: RegistryFile,
  partnerId: string,
  to: (entry: RegistryEntry) => RegistryEntry,
): RegistryFile {
  if (registry.partners.every((entry) => entry.partnerId !== partnerId)) {
    throw new OperatorProblem("PARTNER_UNKNOWN", {
      zh: `没有登记合作方 ${partnerId}。`,
      en: `There is no partner ${partnerId} in the registry.`,
    });
  }
  return { partners: registry.partners.map((entry) => (entry.partnerId === partnerId ? to(entry) : entry)) };
}
