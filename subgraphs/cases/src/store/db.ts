import { prismaOptions } from "@yimen/kernel/database";
import { PrismaClient } from "../generated/prisma/client.js";

export type Db = PrismaClient;
export type Tx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

/** Statements that ran, for tests that count them. */
export interface QueryCounter {
  readonly onQuery: (sql: string) => void;
}

/** A pool of connections; `counter` sees every statement. */
export function connect(url: string, counter?: QueryCounter): Db {
  const options = prismaOptions(url);
  if (!counter) return new PrismaClient(options);
  const db = new PrismaClient({ ...options, log: [{ emit: "event", level: "query" }] });
  db.$on("query", ({ query }) => counter.onQuery(query));
  return db as unknown as Db;
}
