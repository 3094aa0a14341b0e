import pg from "pg";

/** Tables that the gateways of one database share; each use of the database brings its own. */
export interface SharedTables extends AsyncDisposable {
  /** Runs one statement, after the tables are there. */
  query<Row>(statement: string, values: readonly unknown[]): Promise<readonly Row[]>;
}

interface Given {
  readonly connectionString: string;
  /** Statements that make what is missing and leave alone what is there. */
  readonly schema: string;
  /** Its own number for each schema: gateways that start together make one after the other. */
  readonly lock: number;
}

/**
 * Opens nothing yet: a database that is down delays nobody's start, and every statement says so until it is there.
 * Waits for a connection or an answer for at most five seconds.
 */
export function sharedTables({ connectionString, schema, lock }: Given): SharedTables {
  const pool = new pg.Pool({ connectionString, max: 5, connectionTimeoutMillis: 5_000, statement_timeout: 5_000 });
  pool.on("error", () => {}); // an idle connection was lost; the next statement opens another, or says that it cannot
  let ready: Promise<void> | undefined;
  const prepared = () => {
    ready ??= createTables(pool, schema, lock).catch((problem) => {
      ready = undefined; // tried again by the next who needs it
      throw problem;
    });
    return ready;
  };
  return {
    async query<Row>(statement: string, values: readonly unknown[]) {
      await prepared();
      return (await pool.query(statement, [...values])).rows as Row[];
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

async function createTables(pool: pg.Pool, schema: string, lock: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${lock}); ${schema} COMMIT`);
    client.release();
  } catch (problem) {
    client.release(true); // its transaction is broken
    throw problem;
  }
}
