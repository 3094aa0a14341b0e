import { type PrismaFolder, readMigrations } from "./prismaFolder.js";
import { withSchemaEngine } from "./schemaEngine.js";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Brings a database up to date with a subgraph's migrations, as `prisma migrate deploy` does: what was applied stands
 * in `_prisma_migrations`.
 *
 * @returns the names of the migrations applied now
 */
export async function migrate(url: string, folder: PrismaFolder): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  if (migrationsList.migrationDirectories.length === 0) return [];
  return withSchemaEngine(url, folder, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  });
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
