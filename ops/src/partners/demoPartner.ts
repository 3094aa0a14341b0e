import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "@yimen/gateway/caller/keyHash";
import { documentsIn } from "@yimen/gateway/partners/documentsIn";
import type { RegistryEntry, RegistryFile } from "@yimen/gateway/partners/registryFile";
import type { DemoPartner } from "../personas.js";
import { withDocuments } from "./changes.js";

interface Given {
  readonly root: string;
  readonly key: string;
  /** Whether the key was made just now; an older one may have been revoked, and stays so. */
  readonly isKeyNew: boolean;
}

/** The registry with a demonstration's partner and the documents of its folder in it; whatever else it has stays. */
export function withDemoPartner(registry: RegistryFile, partner: DemoPartner, given: Given): RegistryFile {
  const { partnerId, kind, outletId, scopes, purpose } = partner;
  const known = registry.partners.find((entry) => entry.partnerId === partnerId);
  const before: RegistryEntry = known ?? { partnerId, kind, outletId, scopes, keys: [], ...(purpose && { purpose }) };
  const folder = join(given.root, "partners", partnerId);
  const entry: RegistryEntry = {
    ...before,
    keys: known && !given.isKeyNew ? before.keys : [...before.keys, hashOf(given.key)],
    documents: withDocuments(before.documents ?? [], existsSync(folder) ? documentsIn(folder) : []),
  };
  return { partners: [...registry.partners.filter((other) => other !== known), entry] };
}
