import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse } from "graphql";
import { documentHash } from "./registry.js";
import type { RegistryDocument } from "./registryFile.js";

/**
 * The documents of a partner's folder: one operation with its fragments in each `.graphql` file, or a subscription and the
 * query that reads its present state; registered letter by letter as it stands there.
 *
 * @throws Error naming the file that has anything else, or an operation without a name
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
  const [operation, state] = operations;
  const isStream = operation?.operation === "subscription" && state?.operation === "query" && operations.length === 2;
  if (!operation?.name || (operations.length !== 1 && !isStream)) {
    throw new Error(`${file} must have one operation, with a name; a subscription may have a query after it.`);
  }
  return operation.name.value;
}
