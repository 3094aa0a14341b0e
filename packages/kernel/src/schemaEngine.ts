import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine, SchemasContainer } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationAdapter } from "./migrationAdapter.js";
import type { PrismaFolder } from "./prismaFolder.js";

/**
 * Lends Prisma's schema engine, compiled to WebAssembly, on one database. The native engine is not in the registry:
 * Prisma's command line would download it from elsewhere.
 */
export async function withSchemaEngine<T>(
  url: string,
  { schemaPath }: PrismaFolder,
  use: (engine: SchemaEngine, schema: SchemasContainer) => Promise<T>,
): Promise<T> {
  await loaded();
  const schema = await readFile(schemaPath, "utf8");
  await using adapter = migrationAdapter(url);
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  using engine = await bindings.SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => undefined, bound);
  return await use(engine, { files: [{ path: schemaPath, content: schema }] });
}

let loading: Promise<void> | undefined;

function loaded(): Promise<void> {
  loading ??= load();
  return loading;
}

/** What the package's own entry does for bundlers: Node cannot import a .wasm file by name. */
async function load(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
}
