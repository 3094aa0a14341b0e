-- What a window asks a department, and how long the answer took (R084). Additive: the previous release keeps working.
CREATE TABLE "support_request" (
  "id"             uuid NOT NULL,
  "outlet_id"      text NOT NULL,
  "window_id"      text NOT NULL,
  "department_id"  text NOT NULL,
  "question"       text NOT NULL,
  "asked_at"       timestamptz(3) NOT NULL,
  "asked_by_id"    text NOT NULL,
  "answer"         text,
  "answered_at"    timestamptz(3),
  "answered_by_id" text,
  CONSTRAINT "support_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "support_request_order_check" CHECK ("answered_at" >= "asked_at"),
  CONSTRAINT "support_request_answered_check" CHECK (
    ("answered_at" IS NULL) = ("answer" IS NULL) AND ("answered_at" IS NULL) = ("answered_by_id" IS NULL)
  )
);
CREATE INDEX "support_request_department_idx" ON "support_request" ("department_id", "asked_at");
CREATE INDEX "support_request_outlet_idx" ON "support_request" ("outlet_id", "asked_at");

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check"
  CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT')) NOT VALID;
