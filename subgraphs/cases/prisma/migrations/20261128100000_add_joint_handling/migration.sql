-- Departments that decide a case together (R123) see it and are told once each. Additive: the previous release keeps working.
ALTER TABLE "case" ADD COLUMN "concerned_department_ids" text[] NOT NULL DEFAULT '{}';
CREATE INDEX "case_concerned_idx" ON "case" USING gin ("concerned_department_ids");

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check"
  CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT', 'BUNDLE', 'APPOINTMENT', 'INQUIRY', 'PROXY', 'BLOCKER', 'JOINT')) NOT VALID;
