-- The first shape of the cases database. Rules of the domain that a row can break are repeated as constraints.

CREATE TABLE "case" (
  "id"               uuid NOT NULL,
  "case_no"          text NOT NULL,
  "version"          integer NOT NULL,
  "status"           text NOT NULL,
  "region_id"        text NOT NULL,
  "outlet_id"        text NOT NULL,
  "window_id"        text NOT NULL,
  "department_id"    text NOT NULL,
  "matter_id"        text NOT NULL,
  "visit_id"         uuid NOT NULL,
  "applicant_id"     text,
  "confidentiality"  text NOT NULL,
  "opened_at"        timestamptz(3) NOT NULL,
  "closed_at"        timestamptz(3),
  "due_at"           timestamptz(3),
  "next_deadline_at" timestamptz(3),
  "state"            jsonb NOT NULL,
  CONSTRAINT "case_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "case_version_check" CHECK ("version" >= 1),
  CONSTRAINT "case_state_version_check" CHECK (("state" ->> 'version')::integer = "version"),
  CONSTRAINT "case_closed_check" CHECK (
    ("closed_at" IS NOT NULL) = ("status" IN ('DELIVERED', 'REFUSED_ACCEPTANCE', 'WITHDRAWN', 'TERMINATED'))
  )
);
CREATE UNIQUE INDEX "case_no_unique" ON "case" ("case_no");
CREATE INDEX "case_outlet_idx" ON "case" ("outlet_id", "status", "opened_at");
CREATE INDEX "case_department_idx" ON "case" ("department_id", "status", "opened_at");
CREATE INDEX "case_visit_idx" ON "case" ("visit_id");
CREATE INDEX "case_applicant_idx" ON "case" ("applicant_id");
-- The clock's watcher asks every second which deadlines have passed.
CREATE INDEX "case_deadline_idx" ON "case" ("next_deadline_at") WHERE "next_deadline_at" IS NOT NULL;

CREATE SEQUENCE "case_no_seq";

CREATE TABLE "applicant" (
  "case_id"   uuid NOT NULL,
  "kind"      text NOT NULL,
  "name"      text NOT NULL,
  "id_number" text,
  "phone"     text,
  CONSTRAINT "applicant_pkey" PRIMARY KEY ("case_id"),
  CONSTRAINT "applicant_case_fk" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "case_event" (
  "position"      bigserial NOT NULL,
  "stream"        text NOT NULL,
  "stream_id"     uuid NOT NULL,
  "version"       integer NOT NULL,
  "type"          text NOT NULL,
  "at"            timestamptz(3) NOT NULL,
  "outlet_id"     text NOT NULL,
  "window_id"     text,
  "department_id" text,
  "status_before" text,
  "status_after"  text NOT NULL,
  "confidential"  boolean NOT NULL,
  "data"          jsonb NOT NULL,
  "hash"          text NOT NULL,
  "committed_at"  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "case_event_pkey" PRIMARY KEY ("position"),
  CONSTRAINT "case_event_stream_check" CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT'))
);
-- Two writers cannot both write the n-th change of one thing.
CREATE UNIQUE INDEX "case_event_version_unique" ON "case_event" ("stream_id", "version");

-- The log is append-only (R082): what happened stays.
CREATE FUNCTION "case_event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'case_event is append-only';
END $$;
CREATE TRIGGER "case_event_append_only" BEFORE UPDATE OR DELETE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION "case_event_is_append_only"();

CREATE TABLE "visit" (
  "id"            uuid NOT NULL,
  "outlet_id"     text NOT NULL,
  "window_id"     text NOT NULL,
  "officer_id"    text NOT NULL,
  "acting_for_id" text,
  "applicant_id"  text,
  "ticket_id"     uuid,
  "started_at"    timestamptz(3) NOT NULL,
  "ended_at"      timestamptz(3),
  "version"       integer NOT NULL,
  CONSTRAINT "visit_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "visit_order_check" CHECK ("ended_at" >= "started_at")
);
CREATE UNIQUE INDEX "visit_ticket_unique" ON "visit" ("ticket_id");
CREATE INDEX "visit_window_idx" ON "visit" ("window_id", "ended_at");

CREATE TABLE "ticket" (
  "id"        uuid NOT NULL,
  "outlet_id" text NOT NULL,
  "window_id" text NOT NULL,
  "lane"      text NOT NULL,
  "number"    text NOT NULL,
  "status"    text NOT NULL,
  "taken_at"  timestamptz(3) NOT NULL,
  "called_at" timestamptz(3),
  "version"   integer NOT NULL,
  CONSTRAINT "ticket_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ticket_lane_check" CHECK ("lane" IN ('NORMAL', 'GREEN')),
  CONSTRAINT "ticket_status_check" CHECK ("status" IN ('WAITING', 'CALLED', 'SERVED', 'MISSED'))
);
CREATE INDEX "ticket_window_idx" ON "ticket" ("window_id", "status", "taken_at");

CREATE TABLE "client_mutation" (
  "caller"      text NOT NULL,
  "key"         text NOT NULL,
  "fingerprint" text NOT NULL,
  "result_id"   text,
  "at"          timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "client_mutation_pk" PRIMARY KEY ("caller", "key")
);
