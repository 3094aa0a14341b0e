import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { readPartners } from "@yimen/gateway/partners/registry";
import { type RegistryFile, readRegistryFile, writeRegistryFile } from "@yimen/gateway/partners/registryFile";
import { lock } from "@yimen/kernel/fileLock";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { repository } from "@yimen/kernel/repository";
import { stateOf } from "../state.js";

/** The registry that the gateway of this clone follows, or the one that `YIMEN_PARTNERS_FILE` names. */
export const registryPath = (): string =>
  process.env.YIMEN_PARTNERS_FILE ?? stateOf(process.env.YIMEN_ROOT ?? repository).partners;

/**
 * Changes a registry, one command after the other; one that a gateway would refuse is never written.
 *
 * @throws OperatorProblem REGISTRY_INVALID
 */
export async function changeRegistry(
  change: (registry: RegistryFile) => RegistryFile,
  file = registryPath(),
): Promise<RegistryFile> {
  mkdirSync(dirname(file), { recursive: true });
  using _turn = await lock(`${file}.lock`);
  const next = change(readRegistryFile(file));
  refuseInvalid(next);
  writeRegistryFile(file, next);
  return next;
}

function refuseInvalid(registry: RegistryFile): void {
  try {
    readPartners(JSON.stringify(registry));
  } catch (problem) {
    const { message } = problem as Error;
    throw new OperatorProblem("REGISTRY_INVALID", {
      zh: `未写入:登记表不符合要求。${message}`,
      en: "Nothing was written: the gateway would refuse this registry.",
    });
  }
}
