import { Client } from "pg";
import { type PrismaFolder, readMigrations } from "./prismaFolder.js";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Brings a database up to date with a subgraph's migrations, as `prisma migrate deploy` does: what was applied stands
 * in `_prisma_migrations`.
 *
 * @returns the names of the migrations applied now
 */
export async function migrate(url: string, folder: PrismaFolder): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  const applied = await appliedMigrations(url);
  if (migrationsList.migrationDirectories.every(({ path }) => applied.has(path))) return [];
  const { withSchemaEngine } = await schemaEngine();
  return withSchemaEngine(url, folder, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  });
}

/** The engine takes 50 MB: it is loaded where there is something for it to do. */
const schemaEngine = () => import("./schemaEngine.js");

async function appliedMigrations(url: string): Promise<ReadonlySet<string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ migration_name: string }>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return new Set(rows.map((row) => row.migration_name));
  } catch (refusal) {
    if ((refusal as { code?: string }).code === "42P01") return new Set(); // no such table yet
    throw refusal;
  } finally {
    await client.end();
  }
}

/**
 * The SQL that would lead from what the migrations build to what schema.prisma declares. Foreign keys that only the
 * migrations know are left alone: a model without relations (loaders follow ids) has no words for them.
 *
 * @param url an empty database in which the migrations may be played (and a shadow database made beside it)
 * @returns null when the two agree
 */
export async function missingMigration(url: string, folder: PrismaFolder): Promise<string | null> {
  const migrations = await readMigrations(folder);
  const { withSchemaEngine } = await schemaEngine();
  return withSchemaEngine(url, folder, async (engine, schema) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return wanted(stdout ?? "");
  });
}

/** A script is made of steps, each under a comment that names its kind. */
function wanted(script: string): string | null {
  const steps = script
    .split(/^(?=-- )/m)
    .filter((step) => /^-- (?!DropForeignKey|This is an empty migration)/.test(step));
  return steps.join("") || null;
}
