import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse } from "graphql";
import { documentHash } from "./registry.js";
import type { RegistryDocument } from "./registryFile.js";

/**
 * The documents of a partner's folder: one operation with its fragments in each `.graphql` file, registered letter by
 * letter as it stands there.
 *
 * @throws Error naming the file that has none, several, or one without a name
 */
export const documentsIn = (folder: string): readonly RegistryDocument[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return { hash: documentHash(text), name: operationName(file, text), text };
    });

function operationName(file: string, text: string): string {
  const operations = parse(text).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || !operation?.name) throw new Error(`${file} must have one operation, with a name.`);
  return operation.name.value;
}
