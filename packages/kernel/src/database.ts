import { PrismaPg } from "@prisma/adapter-pg";

const CONNECTIONS = 10;
const PREPARED = 200; // statements a connection

/** What every subgraph's Prisma client is made with: a pool, prepared statements, and patience with other writers. */
export const prismaOptions = (url: string) => ({
  adapter: new PrismaPg(
    { connectionString: url, max: CONNECTIONS },
    { statementNameGenerator: statementNames(PREPARED) },
  ),
  /** A burst of writers waits its turn instead of failing. */
  transactionOptions: { maxWait: 10_000, timeout: 15_000 }, // ms
});

/** Statements are prepared once a connection, the first so many: lists of keys make any number of different ones. */
function statementNames(limit: number) {
  const names = new Map<string, string>();
  return ({ sql }: { readonly sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= limit) return ""; // not prepared
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
