-- Help and handling on somebody's behalf (R003, R101–R106, R112, R118, R120). Additive: the previous release keeps working.
CREATE TABLE "proxy_request" (
  "id"              uuid NOT NULL,
  "matter_id"       text NOT NULL,
  "outlet_id"       text NOT NULL,
  "opened_at_outlet_id" text NOT NULL,
  "mode"            text NOT NULL,
  "channel"         text NOT NULL,
  "key_group"       text,
  "services"        text[] NOT NULL,
  "fee"             integer NOT NULL DEFAULT 0,
  "applicant_id"    text,
  "authorisation"   jsonb,
  "handovers"       jsonb NOT NULL DEFAULT '[]',
  "case_id"         uuid,
  "result"          text,
  "fed_back_by"     text,
  "opened_at"       timestamptz(3) NOT NULL,
  "opened_by_id"    text NOT NULL,
  "closed_at"       timestamptz(3),
  "version"         integer NOT NULL,
  CONSTRAINT "proxy_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "proxy_request_case_fk" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Home and proxy services cost nothing (R101, R120, I-K20).
  CONSTRAINT "proxy_request_fee_check" CHECK ("fee" = 0),
  -- Nobody hands in on somebody's behalf without being authorised (R112).
  CONSTRAINT "proxy_request_authorised_check" CHECK ("case_id" IS NULL OR "mode" <> 'FULL_PROXY' OR "authorisation" IS NOT NULL),
  -- Closed means that the result was told (I-K21).
  CONSTRAINT "proxy_request_closed_check" CHECK (
    "closed_at" IS NULL OR (coalesce(btrim("result"), '') <> '' AND "fed_back_by" IS NOT NULL)
  )
);
CREATE INDEX "proxy_request_outlet_idx" ON "proxy_request" ("outlet_id", "opened_at");
CREATE INDEX "proxy_request_case_idx" ON "proxy_request" ("case_id");

-- Who asked: personal, so it stands apart.
CREATE TABLE "proxy_person" (
  "request_id" uuid NOT NULL,
  "name"       text NOT NULL,
  "phone"      text,
  "address"    text,
  CONSTRAINT "proxy_person_pkey" PRIMARY KEY ("request_id"),
  CONSTRAINT "proxy_person_fk" FOREIGN KEY ("request_id") REFERENCES "proxy_request" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check"
  CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT', 'BUNDLE', 'APPOINTMENT', 'INQUIRY', 'PROXY')) NOT VALID;
