import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { migrate } from "./migrate.js";
import { leaseTestServer } from "./postgres/testServer.js";
import { migrationsHash, type PrismaFolder } from "./prismaFolder.js";
import { subgraphPrisma } from "./repository.js";

/** A database of one test file's own; gone when disposed of, or when the tests' server ends. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
}

/**
 * A new database with all of a subgraph's migrations, copied from a template that is made once per set of migrations.
 * The server is one PostgreSQL shared by all test processes of this clone, or that of TEST_DATABASE_URL.
 *
 * @param subgraph a folder of `subgraphs/`, or where its schema and migrations are
 * @example await using database = await createTestDatabase("cases");
 */
export async function createTestDatabase(subgraph: string | PrismaFolder): Promise<TestDatabase> {
  const folder = typeof subgraph === "string" ? subgraphPrisma(subgraph) : subgraph;
  const { client, url } = await leaseTestServer();
  const template = await ensureTemplate(client, url, folder);
  const name = `yimen_test_${randomUUID().replaceAll("-", "")}`;
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: url(name),
    [Symbol.asyncDispose]: async () => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

async function ensureTemplate(client: Client, url: (name: string) => string, folder: PrismaFolder): Promise<string> {
  const template = `yimen_template_${await migrationsHash(folder)}`;
  const unfinished = `${template}_unfinished`;
  await client.query("SELECT pg_advisory_lock(hashtext($1))", [template]);
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return template;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await migrate(url(unfinished), folder);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    return template;
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtext($1))", [template]);
  }
}
