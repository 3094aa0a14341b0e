import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { migrate, missingMigration } from "./migrate.js";
import { type PrismaFolder, prismaFolder } from "./prismaFolder.js";
import { createTestDatabase } from "./testDatabase.js";

const SCHEMA = `
datasource db {
  provider = "postgresql"
}

model Note {
  id   String @id
  text String
}
`;
const CREATE_NOTE =
  'CREATE TABLE "Note" ("id" TEXT NOT NULL, "text" TEXT NOT NULL, CONSTRAINT "Note_pkey" PRIMARY KEY ("id"));';
const CREATE_FUNCTION = "CREATE FUNCTION one() RETURNS int AS $$ BEGIN NULL; RETURN 1; END $$ LANGUAGE plpgsql;";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function aPrismaFolder(schema = SCHEMA) {
  const folder = mkdtempSync(join(tmpdir(), "yimen-prisma-"));
  made.push(folder);
  mkdirSync(join(folder, "migrations", "20260101000000_init"), { recursive: true });
  writeFileSync(
    join(folder, "migrations", "20260101000000_init", "migration.sql"),
    `${CREATE_NOTE}\n${CREATE_FUNCTION}`,
  );
  writeFileSync(join(folder, "schema.prisma"), schema);
  return prismaFolder(folder);
}

function addMigration({ migrationsDir }: PrismaFolder, name: string, sql: string) {
  mkdirSync(join(migrationsDir, name));
  writeFileSync(join(migrationsDir, name, "migration.sql"), sql);
}

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("a test database", () => {
  it("has all migrations and shares nothing with the next one", async () => {
    const folder = aPrismaFolder();
    await using first = await createTestDatabase(folder);
    await using second = await createTestDatabase(folder);

    await query(first.url, `INSERT INTO "Note" VALUES ('1', '一')`);

    expect(await query(first.url, `SELECT text FROM "Note"`)).toEqual([{ text: "一" }]);
    expect(await query(second.url, `SELECT text FROM "Note"`)).toEqual([]);
  });

  it("is gone when disposed of, even with connections left open", async () => {
    const database = await createTestDatabase(aPrismaFolder());
    const open = new Client({ connectionString: database.url });
    open.on("error", () => undefined);
    await open.connect();

    await database[Symbol.asyncDispose]();

    await expect(query(database.url, "SELECT 1")).rejects.toThrow("does not exist");
  });
});

describe("migrating", () => {
  it("takes functions with several statements whole", async () => {
    await using database = await createTestDatabase(aPrismaFolder());

    expect(await query(database.url, "SELECT one()")).toEqual([{ one: 1 }]);
  });

  it("does nothing where everything is applied", async () => {
    const folder = aPrismaFolder();
    await using database = await createTestDatabase(folder);

    expect(await migrate(database.url, folder)).toEqual([]);
    expect(await query(database.url, "SELECT migration_name FROM _prisma_migrations")).toEqual([
      { migration_name: "20260101000000_init" },
    ]);
  });

  it("tries a migration again that was interrupted", async () => {
    const folder = aPrismaFolder();
    await using database = await createTestDatabase(folder);
    addMigration(folder, "20260102000000_second", 'CREATE TABLE "Second" ("id" TEXT PRIMARY KEY);');
    await query(
      database.url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '20260102000000_second')`,
    );

    expect(await migrate(database.url, folder)).toEqual(["20260102000000_second"]);
    expect(await migrate(database.url, folder)).toEqual([]);
  });

  it("finds nothing missing while schema.prisma and migrations agree", async () => {
    const folder = aPrismaFolder();
    await using database = await createTestDatabase(folder);

    expect(await missingMigration(database.url, folder)).toBeNull();
  });

  it("leaves foreign keys alone that schema.prisma has no relation for", async () => {
    const folder = aPrismaFolder();
    await using database = await createTestDatabase(folder);
    const key = 'ALTER TABLE "Note" ADD CONSTRAINT "note_self_fk" FOREIGN KEY ("text") REFERENCES "Note" ("id");';
    addMigration(folder, "20260102000000_key", key);

    expect(await missingMigration(database.url, folder)).toBeNull();
  });

  it("writes the SQL that schema.prisma asks for and no migration has", async () => {
    const folder = aPrismaFolder(SCHEMA.replace("text String", "text String\n  page Int?"));
    await using database = await createTestDatabase(folder);

    expect(await missingMigration(database.url, folder)).toContain('ADD COLUMN     "page" INTEGER');
  });
});
