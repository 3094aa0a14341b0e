-- One statement appends to the log, so that the log's lock is held for one statement and the commit instead of four;
-- and indexes for the lists and counts of an outlet with many cases. Additive: the previous release keeps working.

-- Takes entries as JSON texts with sorted keys. The hash covers the text as it is, see src/store/hashChain.ts. The lock
-- is that of lockLog in the kernel: positions become visible in their own order.
CREATE FUNCTION "append_case_events"("entries" text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "said" text;
  "entry" jsonb;
  "before" text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('case_log'));
  FOREACH "said" IN ARRAY "entries" LOOP
    "entry" := "said"::jsonb;
    SELECT "hash" INTO "before" FROM "case_event"
      WHERE "stream_id" = ("entry" ->> 'streamId')::uuid AND "version" = ("entry" ->> 'version')::integer - 1;
    INSERT INTO "case_event" (
      "stream", "stream_id", "version", "type", "at", "outlet_id", "window_id", "department_id",
      "status_before", "status_after", "confidential", "data", "hash"
    ) VALUES (
      "entry" ->> 'stream', ("entry" ->> 'streamId')::uuid, ("entry" ->> 'version')::integer, "entry" ->> 'type',
      ("entry" ->> 'at')::timestamptz, "entry" ->> 'outletId', "entry" ->> 'windowId', "entry" ->> 'departmentId',
      "entry" ->> 'statusBefore', "entry" ->> 'statusAfter', ("entry" ->> 'confidential')::boolean, "entry" -> 'data',
      encode(sha256(convert_to(coalesce("before", '') || E'\n' || "said", 'UTF8')), 'hex')
    );
  END LOOP;
  PERFORM pg_notify('case_log', '');
END $$;

-- The board asks for the open cases of an outlet, and for those closed today.
CREATE INDEX "case_outlet_closed_idx" ON "case" ("outlet_id", "closed_at");
-- Lists are read newest first, of everything or of one outlet.
CREATE INDEX "case_newest_idx" ON "case" ("opened_at" DESC, "id" DESC);
CREATE INDEX "case_outlet_newest_idx" ON "case" ("outlet_id", "opened_at" DESC, "id" DESC);

-- The log cannot be emptied either.
CREATE TRIGGER "case_event_never_truncated" BEFORE TRUNCATE ON "case_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "case_event_is_append_only"();
