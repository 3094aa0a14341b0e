import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

/** Where one subgraph's database is described. */
export interface PrismaFolder {
  readonly schemaPath: string;
  readonly migrationsDir: string;
}

/** The usual layout: `schema.prisma` and `migrations/` side by side. */
export const prismaFolder = (folder: string): PrismaFolder => ({
  schemaPath: join(folder, "schema.prisma"),
  migrationsDir: join(folder, "migrations"),
});

/** The migrations in the order in which they apply, in the shape Prisma's schema engine takes. */
export async function readMigrations({ migrationsDir }: PrismaFolder): Promise<MigrationList> {
  const entries = await readdir(migrationsDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = async (name: string) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(join(migrationsDir, name, "migration.sql"), "utf8") },
    },
  });
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.sort().map(read)),
  };
}

/** Changes whenever a migration is added or edited. */
export async function migrationsHash(folder: PrismaFolder): Promise<string> {
  const { migrationDirectories } = await readMigrations(folder);
  return createHash("sha256").update(JSON.stringify(migrationDirectories)).digest("hex").slice(0, 16);
}
