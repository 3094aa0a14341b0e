import { sharedTables } from "../../database.js";
import type { KeptRecord, ReadAudit, ReadRecord, RecordFilter } from "./readAudit.js";

/** The table and its guard: rows can be added, and neither changed nor taken out. Both may be there already. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "read_audit" (
    "position"    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "at"          timestamptz NOT NULL,
    "request_id"  text NOT NULL,
    "caller_kind" text NOT NULL,
    "caller"      text NOT NULL,
    "purpose"     text NOT NULL CONSTRAINT "read_audit_purpose_check" CHECK ("purpose" <> ''),
    "document"    text NOT NULL,
    "operation"   text NOT NULL CONSTRAINT "read_audit_operation_check" CHECK ("operation" IN ('query', 'mutation', 'event')),
    "entity_type" text,
    "entity_key"  text,
    "field"       text NOT NULL
  );
  CREATE INDEX IF NOT EXISTS "read_audit_entity_idx" ON "read_audit" ("entity_type", "entity_key", "position");
  CREATE INDEX IF NOT EXISTS "read_audit_caller_idx" ON "read_audit" ("caller", "position");
  CREATE OR REPLACE FUNCTION "read_audit_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'The read audit is only ever added to.'; END $$;
  CREATE OR REPLACE TRIGGER "read_audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "read_audit"
    FOR EACH STATEMENT EXECUTE FUNCTION "read_audit_refuse_change"();
`;
const SCHEMA_LOCK = 7_219_441;

const COLUMNS = [
  ["at", "at"],
  ["request_id", "requestId"],
  ["caller_kind", "callerKind"],
  ["caller", "caller"],
  ["purpose", "purpose"],
  ["document", "document"],
  ["operation", "operation"],
  ["entity_type", "entityType"],
  ["entity_key", "entityKey"],
  ["field", "field"],
] as const satisfies readonly (readonly [string, keyof ReadRecord])[];

const INSERT = `INSERT INTO "read_audit" (${COLUMNS.map(([column]) => `"${column}"`).join(", ")})
  SELECT * FROM unnest($1::timestamptz[]${COLUMNS.slice(1)
    .map((_, index) => `, $${index + 2}::text[]`)
    .join("")})`;

const SELECT = `SELECT "position", ${COLUMNS.map(([column, name]) => `"${column}" AS "${name}"`).join(", ")} FROM "read_audit"
  WHERE ($1::text IS NULL OR "caller" = $1) AND ($2::text IS NULL OR "entity_type" = $2)
    AND ($3::text IS NULL OR "entity_key" = $3) AND ($4::timestamptz IS NULL OR "at" >= $4)
    AND ($5::timestamptz IS NULL OR "at" < $5) AND ($6::bigint IS NULL OR "position" < $6)
  ORDER BY "position" DESC LIMIT $7`;

/**
 * An audit in PostgreSQL, for any number of gateways. A database that is down delays nobody's start: until it is there,
 * nothing can be written, and so nothing is told in clear.
 */
export function postgresAudit(connectionString: string): ReadAudit {
  const tables = sharedTables({ connectionString, schema: SCHEMA, lock: SCHEMA_LOCK });
  return {
    async write(records) {
      const columns = COLUMNS.map(([, name]) => records.map((record) => record[name]));
      await tables.query(INSERT, columns);
    },
    async find({ caller, entityType, entityKey, from, until }: RecordFilter, first, before) {
      const rows = await tables.query<Row>(SELECT, [caller, entityType, entityKey, from, until, before, first]);
      return rows.map(fromRow);
    },
    [Symbol.asyncDispose]: () => tables[Symbol.asyncDispose](),
  };
}

type Row = Omit<KeptRecord, "at" | "position"> & { readonly at: Date; readonly position: string };

const fromRow = ({ at, position, ...rest }: Row): KeptRecord => ({
  ...rest,
  at: at.toISOString(),
  position: Number(position),
});
