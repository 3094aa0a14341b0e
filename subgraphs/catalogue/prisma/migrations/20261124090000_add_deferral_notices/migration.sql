-- A window is told of materials whose deferral changed, and says that it knows (R060). Additive: the previous release keeps working.
CREATE TABLE "deferral_notice" (
  "id"              text NOT NULL,
  "guide_id"        text NOT NULL,
  "matter_id"       text NOT NULL,
  "region_id"       text NOT NULL,
  "department_id"   text NOT NULL,
  "outlet_id"       text NOT NULL,
  "window_id"       text NOT NULL,
  "changes"         jsonb NOT NULL,
  "sent_at"         timestamptz(3) NOT NULL,
  "due_at"          timestamptz(3) NOT NULL,
  "acknowledged_at" timestamptz(3),
  "acknowledged_by" text,
  "alerted_at"      timestamptz(3),
  "version"         integer NOT NULL,
  CONSTRAINT "deferral_notice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "deferral_notice_guide_fk" FOREIGN KEY ("guide_id") REFERENCES "guide_version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "deferral_notice_acknowledged_check" CHECK (("acknowledged_at" IS NULL) = ("acknowledged_by" IS NULL))
);
-- A window is told once of each guide.
CREATE UNIQUE INDEX "deferral_notice_window_unique" ON "deferral_notice" ("guide_id", "window_id");
CREATE INDEX "deferral_notice_outlet_idx" ON "deferral_notice" ("outlet_id", "sent_at");
-- The watcher asks every second who has not answered in time.
CREATE INDEX "deferral_notice_due_idx" ON "deferral_notice" ("due_at") WHERE "acknowledged_at" IS NULL AND "alerted_at" IS NULL;

ALTER TABLE "catalogue_event" DROP CONSTRAINT "catalogue_event_stream_check";
ALTER TABLE "catalogue_event" ADD CONSTRAINT "catalogue_event_stream_check"
  CHECK ("stream" IN ('MATTER', 'ENTRUSTMENT', 'NOTICE')) NOT VALID;
