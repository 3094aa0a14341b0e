import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import { Client, Pool, type QueryArrayConfig } from "pg";

/**
 * How the schema engine reaches PostgreSQL. Prisma's own adapter cuts a script at every semicolon, also inside a
 * function body, plays the migrations of a shadow database into the wrong one when it is given a URL, and cannot read
 * the system catalogues. Disposing of this one closes what the engine leaves open.
 */
export function migrationAdapter(url: string): SqlMigrationAwareDriverAdapterFactory & AsyncDisposable {
  const opened: Pool[] = [];
  const shadows: string[] = [];
  const connect = (connectionString: string) => {
    const pool = new Pool({ connectionString });
    pool.on("error", () => undefined); // an idle connection that ends takes nothing with it
    opened.push(pool);
    return adapterOn(pool);
  };
  const connectToShadowDb = async () => {
    const name = `yimen_shadow_${randomUUID().replaceAll("-", "")}`;
    await once(url, `CREATE DATABASE ${name}`);
    shadows.push(name);
    return connect(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(url),
    connectToShadowDb,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(opened.map((pool) => pool.end()));
      for (const name of shadows) await once(url, `DROP DATABASE ${name}`);
    },
  };
}

const CHAR = 18; // object id of the one-letter type of the system catalogues
const TEXT = 25;

async function adapterOn(pool: Pool): Promise<SqlDriverAdapter> {
  const letters = new WeakMap<object, readonly number[]>();
  const ask = pool.query.bind(pool);
  const client = Object.assign(pool, {
    query: async (config: QueryArrayConfig) => {
      const result = await ask(config);
      const found = result.fields.filter((field) => field.dataTypeID === CHAR);
      letters.set(
        result.rows,
        found.map((field) => result.fields.indexOf(field)),
      );
      for (const field of found) field.dataTypeID = TEXT;
      return result;
    },
  });
  const adapter = await new PrismaPg(client).connect();
  const read = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (query: SqlQuery) => {
      const set = await read(query);
      for (const column of letters.get(set.rows) ?? []) set.columnTypes[column] = ColumnTypeEnum.Character;
      return set;
    },
    executeScript: async (script: string) => {
      await ask(script);
    },
  });
}

async function once(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
