import pg from "pg";
import type { QuotaStore } from "./quotaStore.js";

/**
 * A row for each counter, and the one statement that takes: it locks the rows in an order that is the same for everybody,
 * looks, and takes from all or from none.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "partner_usage" (
    "counter" text PRIMARY KEY,
    "since"   timestamptz NOT NULL,
    "used"    bigint NOT NULL CONSTRAINT "partner_usage_used_check" CHECK ("used" >= 0)
  );
  CREATE OR REPLACE FUNCTION "partner_usage_take"(counters text[], starts timestamptz[], quotas bigint[], amounts bigint[])
    RETURNS TABLE ("fits" boolean, "used" bigint[]) LANGUAGE plpgsql AS $$
    DECLARE
      enough boolean;
    BEGIN
      INSERT INTO partner_usage AS u (counter, since, used)
        SELECT a.counter, a.since, 0 FROM unnest(counters, starts) AS a(counter, since) ORDER BY a.counter
        ON CONFLICT (counter) DO UPDATE SET
          used = CASE WHEN u.since < EXCLUDED.since THEN 0 ELSE u.used END,
          since = GREATEST(u.since, EXCLUDED.since);
      SELECT bool_and(u.used + a.amount <= a.quota) INTO enough
        FROM unnest(counters, quotas, amounts) AS a(counter, quota, amount) JOIN partner_usage u USING (counter);
      IF enough THEN
        UPDATE partner_usage u SET used = u.used + a.amount
          FROM unnest(counters, amounts) AS a(counter, amount) WHERE u.counter = a.counter;
      END IF;
      RETURN QUERY SELECT enough, array_agg(u.used ORDER BY a.place)
        FROM unnest(counters) WITH ORDINALITY AS a(counter, place) JOIN partner_usage u USING (counter);
    END $$;
`;
const SCHEMA_LOCK = 7_219_442; // gateways that start together make the table one after the other

const TAKE = "SELECT * FROM partner_usage_take($1::text[], $2::timestamptz[], $3::bigint[], $4::bigint[])";

/** Quotas in PostgreSQL, for any number of gateways. */
export function postgresQuotas(connectionString: string): QuotaStore {
  const pool = new pg.Pool({ connectionString, max: 5, connectionTimeoutMillis: 5_000, statement_timeout: 5_000 });
  pool.on("error", () => {}); // an idle connection was lost; the next taking opens another, or says that it cannot
  let ready: Promise<void> | undefined;
  const prepared = () => {
    ready ??= createTable(pool).catch((problem) => {
      ready = undefined; // tried again by the next who needs it
      throw problem;
    });
    return ready;
  };
  return {
    async take(takings) {
      await prepared();
      const { rows } = await pool.query<{ fits: boolean; used: string[] }>(TAKE, [
        takings.map(({ counter }) => counter),
        takings.map(({ since }) => new Date(since)),
        takings.map(({ quota }) => quota),
        takings.map(({ amount }) => amount),
      ]);
      const [{ fits, used } = { fits: false, used: [] }] = rows;
      return { fits, used: used.map(Number) };
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

async function createTable(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA} COMMIT`);
    client.release();
  } catch (problem) {
    client.release(true); // its transaction is broken
    throw problem;
  }
}
