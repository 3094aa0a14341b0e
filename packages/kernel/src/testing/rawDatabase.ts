import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool, type PoolClient } from "pg";
import { prismaFolder } from "../prismaFolder.js";
import { createTestDatabase } from "../testDatabase.js";
import type { SqlTransaction } from "../transaction.js";

const SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n';

/** A database made by one migration, spoken to without Prisma. */
export async function rawDatabase(migration: string) {
  const folder = mkdtempSync(join(tmpdir(), "yimen-raw-"));
  mkdirSync(join(folder, "migrations", "20260101000000_init"), { recursive: true });
  writeFileSync(join(folder, "migrations", "20260101000000_init", "migration.sql"), migration);
  writeFileSync(join(folder, "schema.prisma"), SCHEMA);
  const database = await createTestDatabase(prismaFolder(folder));
  rmSync(folder, { recursive: true });
  const pool = new Pool({ connectionString: database.url, max: 10 });
  pool.on("error", () => undefined); // tests cut connections
  return {
    url: database.url,
    pool,
    async transaction<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const result = await work(transactionOf(client));
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback");
        throw error;
      } finally {
        client.release();
      }
    },
    async [Symbol.asyncDispose]() {
      await pool.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

export type RawDatabase = Awaited<ReturnType<typeof rawDatabase>>;

const transactionOf = (client: Pick<PoolClient, "query">): SqlTransaction => ({
  $executeRawUnsafe: async (sql, ...values) => (await client.query(sql, values)).rowCount ?? 0,
  $queryRawUnsafe: async <T>(sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows as T,
});
