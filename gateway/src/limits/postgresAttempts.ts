import { createHash } from "node:crypto";
import { sharedTables } from "../database.js";
import { type Attempts, WINDOW } from "./attempts.js";

/**
 * A row for each key, by its hash: what was tried is nobody's to read. Rows are locked in an order that is the same for
 * everybody; every taking clears away a few windows that are over.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "guess_attempt" (
    "key"   bytea PRIMARY KEY,
    "until" timestamptz NOT NULL,
    "count" integer NOT NULL CONSTRAINT "guess_attempt_count_check" CHECK ("count" >= 0)
  );
  CREATE INDEX IF NOT EXISTS "guess_attempt_until_idx" ON "guess_attempt" ("until");
  CREATE OR REPLACE FUNCTION "guess_attempt_take"(keys bytea[], limits integer[], at timestamptz, ends timestamptz)
    RETURNS timestamptz LANGUAGE plpgsql AS $$
    DECLARE
      each record;
      taken record;
      wait timestamptz;
    BEGIN
      DELETE FROM guess_attempt WHERE key IN
        (SELECT g.key FROM guess_attempt g WHERE g.until <= at LIMIT 10 FOR UPDATE SKIP LOCKED);
      FOR each IN SELECT a.key, a.most FROM unnest(keys, limits) AS a(key, most) ORDER BY a.key LOOP
        INSERT INTO guess_attempt AS g (key, until, count) VALUES (each.key, ends, 0)
          ON CONFLICT (key) DO UPDATE SET
            until = CASE WHEN g.until <= at THEN EXCLUDED.until ELSE g.until END,
            count = CASE WHEN g.until <= at THEN 0 ELSE g.count END
          RETURNING g.until, g.count INTO taken;
        IF taken.count >= each.most THEN
          wait := GREATEST(wait, taken.until);
        ELSE
          UPDATE guess_attempt g SET count = g.count + 1 WHERE g.key = each.key;
        END IF;
      END LOOP;
      RETURN wait;
    END $$;
`;
const SCHEMA_LOCK = 7_219_443;

const TAKE = `SELECT guess_attempt_take($1::bytea[], $2::integer[], $3::timestamptz, $4::timestamptz) AS "until"`;

/** Locks in the same order as taking does. */
const GIVE_BACK = `
  WITH given AS (SELECT a.key, count(*) AS times FROM unnest($1::bytea[]) AS a(key) GROUP BY a.key),
    held AS (SELECT g.key FROM guess_attempt g JOIN given USING (key) ORDER BY g.key FOR UPDATE OF g)
  UPDATE guess_attempt g SET count = GREATEST(0, g.count - given.times)
    FROM given JOIN held USING (key) WHERE g.key = given.key`;

/** Attempts in PostgreSQL, for any number of gateways. */
export function postgresAttempts(connectionString: string): Attempts {
  const tables = sharedTables({ connectionString, schema: SCHEMA, lock: SCHEMA_LOCK });
  return {
    async take(counted, now) {
      const [taken] = await tables.query<{ until: Date | null }>(TAKE, [
        counted.map(({ key }) => hashOf(key)),
        counted.map(({ limit }) => limit),
        now,
        new Date(now.getTime() + WINDOW),
      ]);
      return taken?.until ? taken.until.getTime() - now.getTime() : 0;
    },
    giveBack: async (keys) => void (await tables.query(GIVE_BACK, [keys.map(hashOf)])),
    [Symbol.asyncDispose]: () => tables[Symbol.asyncDispose](),
  };
}

const hashOf = (key: string): Buffer => createHash("sha256").update(key).digest();
