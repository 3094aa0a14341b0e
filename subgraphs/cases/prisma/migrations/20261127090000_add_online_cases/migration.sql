-- A case can be handed in online: without a visit, and without a window until one takes it up (R064). An agent's outlet,
-- where one hands it in for the applicant, keeps sight of it (R112). Additive: the previous release keeps working on what
-- it wrote itself.
ALTER TABLE "case" ALTER COLUMN "visit_id" DROP NOT NULL;
ALTER TABLE "case" ALTER COLUMN "window_id" DROP NOT NULL;
ALTER TABLE "case" ADD COLUMN "channel" text NOT NULL DEFAULT 'WINDOW';
ALTER TABLE "case" ADD COLUMN "agent_outlet_id" text;
ALTER TABLE "case" ADD CONSTRAINT "case_channel_check" CHECK ("channel" IN ('WINDOW', 'ONLINE'));
ALTER TABLE "case" ADD CONSTRAINT "case_channel_visit_check" CHECK (("channel" = 'WINDOW') = ("visit_id" IS NOT NULL));
ALTER TABLE "case" ADD CONSTRAINT "case_channel_window_check" CHECK ("channel" = 'ONLINE' OR "window_id" IS NOT NULL);
CREATE INDEX "case_agent_outlet_idx" ON "case" ("agent_outlet_id", "opened_at" DESC, "id" DESC) WHERE "agent_outlet_id" IS NOT NULL;
-- What waits for a window to take it up, the oldest first.
CREATE INDEX "case_untaken_idx" ON "case" ("outlet_id", "department_id", "opened_at") WHERE "window_id" IS NULL AND "closed_at" IS NULL;

-- How many office days the applicant was at a window for a case (R115); what the log no longer says of older cases is
-- read from where they stand.
ALTER TABLE "case" ADD COLUMN "days_at_window" integer NOT NULL DEFAULT 1;
UPDATE "case" SET "days_at_window" = (
  SELECT count(DISTINCT ("at"::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)
  FROM (
    SELECT "state" ->> 'openedAt' AS "at"
    UNION ALL SELECT m ->> 'receivedAt' FROM jsonb_array_elements("state" -> 'materials') m
    UNION ALL SELECT c ->> 'receivedAt' FROM jsonb_array_elements("state" -> 'corrections') c
    UNION ALL SELECT "state" -> 'delivery' ->> 'at' WHERE "state" -> 'delivery' ->> 'method' = 'WINDOW'
  ) days
  WHERE "at" IS NOT NULL
);
ALTER TABLE "case" ADD CONSTRAINT "case_days_at_window_check" CHECK ("days_at_window" >= 0);
CREATE INDEX "case_region_closed_idx" ON "case" ("region_id", "closed_at") WHERE "closed_at" IS NOT NULL;

-- Beside the case, as all that is personal: who came for the applicant, and what was answered about the situation.
ALTER TABLE "applicant" ADD COLUMN "agent" jsonb;
ALTER TABLE "applicant" ADD COLUMN "situation" jsonb;

-- Where the files lie that were handed in online; the state of the case holds their digests.
CREATE TABLE "case_document" (
  "id"             uuid NOT NULL,
  "case_id"        uuid NOT NULL,
  "requirement_id" text NOT NULL,
  "reference"      text NOT NULL,
  "digest"         text NOT NULL,
  "handed_in_at"   timestamptz(3) NOT NULL,
  CONSTRAINT "case_document_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "case_document_case_fk" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "case_document_digest_check" CHECK ("digest" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "case_document_case_idx" ON "case_document" ("case_id", "handed_in_at");
