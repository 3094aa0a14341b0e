import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/prisma/client.js";

export type Db = PrismaClient;
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

/** Statements that ran, for tests that count them. */
export interface QueryCounter {
  readonly onQuery: (sql: string) => void;
}

const CONNECTIONS = 10;
const PREPARED = 200; // statements a connection
/** A burst of writers waits its turn instead of failing. */
const transactionOptions = { maxWait: 10_000, timeout: 15_000 }; // ms

/** A pool of connections; `counter` sees every statement. */
export function connect(url: string, counter?: QueryCounter): Db {
  const adapter = new PrismaPg(
    { connectionString: url, max: CONNECTIONS },
    { statementNameGenerator: statementNames() },
  );
  if (!counter) return new PrismaClient({ adapter, transactionOptions });
  const db = new PrismaClient({ adapter, transactionOptions, log: [{ emit: "event", level: "query" }] });
  db.$on("query", ({ query }) => counter.onQuery(query));
  return db as unknown as Db;
}

/** Statements are prepared once a connection, the first so many: lists of keys make any number of different ones. */
function statementNames() {
  const names = new Map<string, string>();
  return ({ sql }: { readonly sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= PREPARED) return ""; // not prepared
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
