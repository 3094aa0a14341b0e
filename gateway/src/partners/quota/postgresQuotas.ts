import { sharedTables } from "../../database.js";
import type { QuotaStore, Slot } from "./quotaStore.js";

/**
 * A row for each slot of a counter, and the one statement that takes: it locks the counters in an order that is the same
 * for everybody, forgets what does not count any more, looks, and takes from all or from none.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "partner_quota_slot" (
    "counter" text NOT NULL,
    "slot"    bigint NOT NULL,
    "used"    bigint NOT NULL CONSTRAINT "partner_quota_slot_used_check" CHECK ("used" >= 0),
    CONSTRAINT "partner_quota_slot_pkey" PRIMARY KEY ("counter", "slot")
  );
  CREATE OR REPLACE FUNCTION "partner_quota_take"(counters text[], froms bigint[], slots bigint[], quotas bigint[], amounts bigint[])
    RETURNS TABLE ("fits" boolean, "used" json) LANGUAGE plpgsql AS $$
    DECLARE
      one text;
      enough boolean;
    BEGIN
      FOR one IN SELECT c FROM unnest(counters) AS c ORDER BY c LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended(one, 7219442));
      END LOOP;
      DELETE FROM partner_quota_slot s USING unnest(counters, froms) AS a(counter, since)
        WHERE s.counter = a.counter AND s.slot < a.since;
      SELECT bool_and(a.amount <= a.quota - COALESCE((SELECT sum(s.used) FROM partner_quota_slot s WHERE s.counter = a.counter), 0))
        INTO enough FROM unnest(counters, quotas, amounts) AS a(counter, quota, amount);
      IF enough THEN
        INSERT INTO partner_quota_slot AS s (counter, slot, used)
          SELECT a.counter, a.slot, a.amount FROM unnest(counters, slots, amounts) AS a(counter, slot, amount)
          ON CONFLICT (counter, slot) DO UPDATE SET used = s.used + EXCLUDED.used;
      END IF;
      RETURN QUERY SELECT enough, json_agg(COALESCE((
          SELECT json_agg(json_build_object('slot', s.slot, 'used', s.used) ORDER BY s.slot)
            FROM partner_quota_slot s WHERE s.counter = a.counter), '[]') ORDER BY a.place)
        FROM unnest(counters) WITH ORDINALITY AS a(counter, place);
    END $$;
`;
const SCHEMA_LOCK = 7_219_442;

const TAKE = "SELECT * FROM partner_quota_take($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])";

/** Quotas in PostgreSQL, for any number of gateways. */
export function postgresQuotas(connectionString: string): QuotaStore {
  const tables = sharedTables({ connectionString, schema: SCHEMA, lock: SCHEMA_LOCK });
  return {
    async take(takings) {
      const [taken] = await tables.query<{ fits: boolean; used: readonly (readonly Slot[])[] }>(TAKE, [
        takings.map(({ counter }) => counter),
        takings.map(({ from }) => from),
        takings.map(({ slot }) => slot),
        takings.map(({ quota }) => quota),
        takings.map(({ amount }) => amount),
      ]);
      if (!taken) throw new Error("The database did not say what is left of the quotas.");
      return { fits: taken.fits, slots: taken.used };
    },
    [Symbol.asyncDispose]: () => tables[Symbol.asyncDispose](),
  };
}
