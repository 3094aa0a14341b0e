-- What stands in the way of a case, who sees to it, and until when (R117). Additive: the previous release keeps working.
CREATE TABLE "blocker" (
  "id"             uuid NOT NULL,
  "case_id"        uuid NOT NULL,
  "region_id"      text NOT NULL,
  "outlet_id"      text NOT NULL,
  "department_id"  text NOT NULL,
  "description"    text NOT NULL,
  "raised_at"      timestamptz(3) NOT NULL,
  "raised_by_id"   text NOT NULL,
  "due_at"         timestamptz(3) NOT NULL,
  "escalated_at"   timestamptz(3),
  "resolution"     text,
  "resolved_at"    timestamptz(3),
  "resolved_by_id" text,
  "version"        integer NOT NULL,
  CONSTRAINT "blocker_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "blocker_case_fk" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "blocker_resolved_check" CHECK (
    ("resolved_at" IS NULL) = ("resolution" IS NULL) AND ("resolved_at" IS NULL) = ("resolved_by_id" IS NULL)
  )
);
CREATE INDEX "blocker_outlet_idx" ON "blocker" ("outlet_id", "raised_at");
CREATE INDEX "blocker_case_idx" ON "blocker" ("case_id");
-- The watcher asks which have not been resolved in time.
CREATE INDEX "blocker_due_idx" ON "blocker" ("due_at") WHERE "resolved_at" IS NULL AND "escalated_at" IS NULL;

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check" CHECK ("stream" IN
  ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT', 'BUNDLE', 'APPOINTMENT', 'INQUIRY', 'PROXY', 'BLOCKER')) NOT VALID;
