import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { readPartners } from "@yimen/gateway/partners/registry";
import { type RegistryFile, readRegistryFile, writeRegistryFile } from "@yimen/gateway/partners/registryFile";
import { repository } from "@yimen/kernel/repository";
import { stateOf } from "../state.js";

/** The registry that the gateway of this clone follows, or the one that `YIMEN_PARTNERS_FILE` names. */
export const registryPath = (): string =>
  process.env.YIMEN_PARTNERS_FILE ?? stateOf(process.env.YIMEN_ROOT ?? repository).partners;

/** Changes a registry; one that a gateway would refuse is never written. */
export function changeRegistry(change: (registry: RegistryFile) => RegistryFile, file = registryPath()): RegistryFile {
  mkdirSync(dirname(file), { recursive: true });
  const next = change(readRegistryFile(file));
  readPartners(JSON.stringify(next));
  writeRegistryFile(file, next);
  return next;
}
