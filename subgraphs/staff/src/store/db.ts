import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/prisma/client.js";

export type Db = PrismaClient;
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

/** Statements that ran, for tests that count them. */
export interface QueryCounter {
  readonly onQuery: (sql: string) => void;
}

const CONNECTIONS = 10;

/** A pool of connections; `counter` sees every statement. */
export function connect(url: string, counter?: QueryCounter): Db {
  const adapter = new PrismaPg({ connectionString: url, max: CONNECTIONS });
  if (!counter) return new PrismaClient({ adapter });
  const db = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  db.$on("query", ({ query }) => counter.onQuery(query));
  return db as unknown as Db;
}
