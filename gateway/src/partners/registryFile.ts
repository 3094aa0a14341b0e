import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { KeyHash } from "../caller/keyHash.js";
import type { Quota } from "./partner.js";

/** The registry as it stands in its file: `YIMEN_PARTNERS_FILE`. */
export interface RegistryFile {
  readonly partners: readonly RegistryEntry[];
}

/** One partner; what each says is told at `Partner`. */
export interface RegistryEntry {
  readonly partnerId: string;
  readonly kind: string;
  readonly outletId: string;
  readonly scopes?: readonly string[];
  readonly keys: readonly RegistryKey[];
  readonly documents?: readonly RegistryDocument[];
  readonly origins?: readonly string[];
  readonly quota?: Quota;
  readonly purpose?: string;
}

/** A key's hash, alone or with when it ends and whether pages may show it. */
export type RegistryKey =
  | KeyHash
  | { readonly hash: KeyHash; readonly notAfter?: string; readonly publishable?: boolean };

export interface RegistryDocument {
  readonly hash: string;
  readonly name: string;
  readonly text: string;
  readonly quota?: Quota;
}

/** The registry in a file; an empty one where there is none yet. */
export function readRegistryFile(file: string): RegistryFile {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as RegistryFile;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return { partners: [] };
    throw problem;
  }
}

/** Puts another registry in the place of the one in the file, at once: a gateway never reads half of it. */
export function writeRegistryFile(file: string, registry: RegistryFile): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(registry, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, file);
}
