import type { Quota } from "@yimen/gateway/partners/partner";
import type { RegistryEntry, RegistryFile } from "@yimen/gateway/partners/registryFile";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { changeEntry } from "./changes.js";

/** Says otherwise what a partner is; what is left out stays. */
export const describePartner = (
  registry: RegistryFile,
  partnerId: string,
  said: Partial<Pick<RegistryEntry, "kind" | "outletId" | "purpose">>,
): RegistryFile => changeEntry(registry, partnerId, (entry) => ({ ...entry, ...said }));

export const removePartner = (registry: RegistryFile, partnerId: string): RegistryFile => {
  changeEntry(registry, partnerId, (entry) => entry); // there has to be one
  return { partners: registry.partners.filter((entry) => entry.partnerId !== partnerId) };
};

/** Adds origins whose pages may use its publishable keys, and takes others away. */
export const changeOrigins = (
  registry: RegistryFile,
  partnerId: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): RegistryFile =>
  changeEntry(registry, partnerId, (entry) => {
    const { origins = [] } = entry;
    for (const origin of remove) if (!origins.includes(origin)) throw unknown("ORIGIN_UNKNOWN", origin, origins);
    return { ...entry, origins: [...new Set([...origins, ...add])].filter((origin) => !remove.includes(origin)) };
  });

/** A quota as it is said: what is left out stays, `null` takes the limit away. */
export type SaidQuota = { readonly [name in keyof Quota]?: number | null };

/** Limits a partner, or one of its documents. */
export const changeQuota = (
  registry: RegistryFile,
  partnerId: string,
  said: SaidQuota,
  document?: string,
): RegistryFile =>
  changeEntry(registry, partnerId, (entry) => {
    if (document === undefined) return withQuota(entry, said);
    const { documents = [] } = entry;
    const names = documents.map(({ name }) => name);
    if (!names.includes(document)) throw unknown("DOCUMENT_UNKNOWN", document, names);
    return { ...entry, documents: documents.map((one) => (one.name === document ? withQuota(one, said) : one)) };
  });

function withQuota<T extends { readonly quota?: Quota }>({ quota, ...rest }: T, said: SaidQuota) {
  const limits = Object.entries({ ...quota, ...said }).filter(([, limit]) => limit !== null && limit !== undefined);
  return (limits.length > 0 ? { ...rest, quota: Object.fromEntries(limits) } : rest) as T;
}

function unknown(code: string, given: string, known: readonly string[]): OperatorProblem {
  const list = known.length > 0 ? known.join(", ") : "—";
  return new OperatorProblem(code, {
    zh: `没有登记 ${given};已登记的有:${list}`,
    en: `${given} is not registered. There are: ${list}`,
  });
}
