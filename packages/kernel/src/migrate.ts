import { Client } from "pg";
import { type PrismaFolder, readMigrations } from "./prismaFolder.js";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Brings a database up to date with a subgraph's migrations, as `prisma migrate deploy` does: what was applied stands
 * in `_prisma_migrations`. A migration that an earlier attempt began and did not finish is tried again: a script runs
 * as one transaction, so nothing of it is there.
 *
 * @returns the names of the migrations applied now
 */
export async function migrate(url: string, folder: PrismaFolder): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  const { applied, unfinished } = await recordedMigrations(url);
  if (migrationsList.migrationDirectories.every(({ path }) => applied.has(path))) return [];
  const { withSchemaEngine } = await schemaEngine();
  return withSchemaEngine(url, folder, async (engine) => {
    for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  });
}

/** The engine takes 50 MB: it is loaded where there is something for it to do. */
const schemaEngine = () => import("./schemaEngine.js");

interface RecordedMigrations {
  readonly applied: ReadonlySet<string>;
  readonly unfinished: ReadonlySet<string>;
}

async function recordedMigrations(connectionString: string): Promise<RecordedMigrations> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; finished: boolean }>(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    );
    const named = (finished: boolean) =>
      new Set(rows.filter((row) => row.finished === finished).map(({ name }) => name));
    return { applied: named(true), unfinished: named(false) };
  } catch (refusal) {
    if ((refusal as { code?: string }).code === "42P01") return { applied: new Set(), unfinished: new Set() }; // no table yet
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
