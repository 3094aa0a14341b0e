import { readFileSync, writeFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, parse, print, printSchema, visit } from "graphql";
import type { GraphSchemas } from "./graphSchemas.js";

/** What was released last: the version, and the schemas that its clients were written for. */
export interface Released {
  readonly version: string;
  readonly schemas: GraphSchemas;
}

const at = (directory: URL) => ({
  version: new URL("version.json", directory),
  everybody: new URL("schema.graphql", directory),
  partners: new URL("partners/schema.graphql", directory),
});

/** @param directory  with a slash at its end */
export function readReleased(directory: URL): Released {
  const { version, everybody, partners } = at(directory);
  const schema = (file: URL) => buildSchema(readFileSync(file, "utf8"));
  return {
    version: (JSON.parse(readFileSync(version, "utf8")) as { version: string }).version,
    schemas: { everybody: schema(everybody), partners: schema(partners) },
  };
}

/** Sorted and without descriptions, so that a release shows what changed and not where it moved or how it is told. */
export function writeReleased(directory: URL, { version, schemas }: Released): void {
  const files = at(directory);
  writeFileSync(files.version, `${JSON.stringify({ version }, null, 2)}\n`);
  for (const key of ["everybody", "partners"] as const) {
    writeFileSync(files[key], `${bare(schemas[key])}\n`);
  }
}

const bare = (schema: GraphQLSchema): string =>
  print(
    visit(parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true }), {
      enter: (node) => ("description" in node && node.description ? { ...node, description: undefined } : undefined),
    }),
  );
