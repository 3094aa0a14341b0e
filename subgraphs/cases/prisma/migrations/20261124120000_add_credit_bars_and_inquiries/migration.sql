-- Applicants whose commitment is not taken (I-K1), and what people ask at the guide desk (R091–R096). Additive.
CREATE TABLE "credit_bar" (
  "id"        uuid NOT NULL,
  "region_id" text NOT NULL,
  "subject"   text NOT NULL,
  "reason"    text NOT NULL,
  "barred_at" timestamptz(3) NOT NULL,
  "barred_by" text NOT NULL,
  "lifted_at" timestamptz(3),
  "lifted_by" text,
  CONSTRAINT "credit_bar_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "credit_bar_lifted_check" CHECK (("lifted_at" IS NULL) = ("lifted_by" IS NULL) AND "lifted_at" >= "barred_at")
);
-- Nobody is barred twice at a time.
CREATE UNIQUE INDEX "credit_bar_open_unique" ON "credit_bar" ("region_id", "subject") WHERE "lifted_at" IS NULL;

CREATE TABLE "inquiry" (
  "id"                 uuid NOT NULL,
  "outlet_id"          text NOT NULL,
  "matter_id"          text,
  "question"           text NOT NULL,
  "first_responder_id" text NOT NULL,
  "asked_at"           timestamptz(3) NOT NULL,
  "outcome"            text,
  "answer"             text,
  "reason"             text,
  "department_id"      text,
  "phone"              text,
  "ticket_id"          uuid,
  "closed_at"          timestamptz(3),
  "closed_by_id"       text,
  "version"            integer NOT NULL,
  CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "inquiry_order_check" CHECK ("closed_at" >= "asked_at"),
  CONSTRAINT "inquiry_closed_check" CHECK (
    ("closed_at" IS NULL) = ("outcome" IS NULL) AND ("closed_at" IS NULL) = ("closed_by_id" IS NULL)
  ),
  -- Closed means answered, or sent on with the reason, the department and its telephone (I-K11).
  CONSTRAINT "inquiry_outcome_check" CHECK (
    "outcome" IS NULL
    OR ("outcome" IN ('ANSWERED', 'DONE_ON_THE_SPOT') AND coalesce(btrim("answer"), '') <> '')
    OR ("outcome" = 'REFERRED' AND coalesce(btrim("reason"), '') <> '' AND "department_id" IS NOT NULL
        AND coalesce(btrim("phone"), '') <> '')
    OR ("outcome" = 'QUEUED' AND "ticket_id" IS NOT NULL)
  )
);
CREATE INDEX "inquiry_outlet_idx" ON "inquiry" ("outlet_id", "asked_at");

-- Who received somebody first answers for it to the end (R091).
CREATE FUNCTION "inquiry_first_responder_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the first responder of an inquiry does not change';
END $$;
CREATE TRIGGER "inquiry_first_responder" BEFORE UPDATE OF "first_responder_id" ON "inquiry"
  FOR EACH ROW EXECUTE FUNCTION "inquiry_first_responder_stays"();

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check"
  CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT', 'BUNDLE', 'APPOINTMENT', 'INQUIRY')) NOT VALID;
