-- Whoever holds a licence is reminded before it ends, once by each channel (R124). Additive: the previous release keeps working.
CREATE TABLE "licence_reminder" (
  "id"              uuid NOT NULL,
  "case_id"         uuid NOT NULL,
  "channel"         text NOT NULL,
  "outlet_id"       text NOT NULL,
  "department_id"   text NOT NULL,
  "matter_id"       text NOT NULL,
  "applicant_id"    text,
  "ends_on"         date NOT NULL,
  "due_at"          timestamptz(3) NOT NULL,
  "raised_at"       timestamptz(3),
  "sent_at"         timestamptz(3),
  "started_case_id" uuid,
  "version"         integer NOT NULL,
  CONSTRAINT "licence_reminder_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "licence_reminder_case_fk" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "licence_reminder_channel_check" CHECK ("channel" IN ('ALIPAY_CITY', 'WECHAT_MINI_PROGRAM', 'SMS')),
  CONSTRAINT "licence_reminder_order_check" CHECK ("raised_at" >= "due_at" AND "sent_at" >= "raised_at"),
  -- Nothing is sent, and no case begins, from what was never raised.
  CONSTRAINT "licence_reminder_raised_check" CHECK ("raised_at" IS NOT NULL OR ("sent_at" IS NULL AND "started_case_id" IS NULL))
);
-- Each licence once by each channel, however often somebody looks.
CREATE UNIQUE INDEX "licence_reminder_channel_unique" ON "licence_reminder" ("case_id", "channel");
-- A case begins from one reminder.
CREATE UNIQUE INDEX "licence_reminder_started_unique" ON "licence_reminder" ("started_case_id");
CREATE INDEX "licence_reminder_applicant_idx" ON "licence_reminder" ("applicant_id", "raised_at");
CREATE INDEX "licence_reminder_outlet_idx" ON "licence_reminder" ("outlet_id", "raised_at");
-- The watcher asks every second what is due.
CREATE INDEX "licence_reminder_due_idx" ON "licence_reminder" ("due_at") WHERE "raised_at" IS NULL;

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check" CHECK ("stream" IN
  ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT', 'BUNDLE', 'APPOINTMENT', 'INQUIRY', 'PROXY', 'BLOCKER', 'JOINT', 'REMINDER')) NOT VALID;
