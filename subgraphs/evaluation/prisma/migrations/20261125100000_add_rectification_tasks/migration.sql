-- R184, R190, R193, R195, R196, R198: what must be put right, by whom and by when, until somebody else has verified it.
-- Additive; the log learns one more stream.
CREATE TABLE "rectification_task" (
  "id"             text NOT NULL,
  "version"        integer NOT NULL,
  "outlet_id"      text NOT NULL,
  "department_id"  text,
  "source"         text NOT NULL,
  "source_id"      text,
  "status"         text NOT NULL,
  "level"          text NOT NULL,
  "opened_on"      date NOT NULL,
  "due_on"         date NOT NULL,
  "overdue_on"     date,
  "closed_on"      date,
  "state"          jsonb NOT NULL,
  CONSTRAINT "rectification_task_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "rectification_task_status_check" CHECK ("status" IN ('OPEN', 'REPORTED', 'CLOSED')),
  CONSTRAINT "rectification_task_level_check" CHECK ("level" IN ('NONE', 'CIRCULATED', 'ORDERED', 'ACCOUNTABILITY')),
  CONSTRAINT "rectification_task_version_check" CHECK ("version" >= 1 AND ("state" ->> 'version')::integer = "version"),
  -- Nothing is closed without a result (R184).
  CONSTRAINT "rectification_task_closed_check" CHECK (
    ("status" = 'CLOSED') = ("closed_on" IS NOT NULL) AND ("status" = 'OPEN' OR ("state" ->> 'report') <> '')
  )
);
CREATE INDEX "rectification_task_outlet_idx" ON "rectification_task" ("outlet_id", "status", "opened_on", "id");
CREATE INDEX "rectification_task_department_idx" ON "rectification_task" ("department_id", "opened_on");
CREATE INDEX "rectification_task_due_idx" ON "rectification_task" ("due_on") WHERE "overdue_on" IS NULL AND "status" = 'OPEN';
-- One task for each thing that was found, so that a retry or a second inspector does not order it twice.
CREATE UNIQUE INDEX "rectification_task_source_unique" ON "rectification_task" ("source", "source_id");

ALTER TABLE "evaluation_event" DROP CONSTRAINT "evaluation_event_stream_check";
ALTER TABLE "evaluation_event" ADD CONSTRAINT "evaluation_event_stream_check" CHECK (
  "stream" IN ('EVALUATION', 'BAD_REVIEW', 'SYSTEMIC_ISSUE', 'COMPLAINT', 'INSPECTION', 'RECTIFICATION_TASK', 'ASSESSMENT', 'AWARD')
);
