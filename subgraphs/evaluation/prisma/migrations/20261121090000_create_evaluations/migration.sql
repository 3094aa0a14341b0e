-- The first shape of the evaluation database. Rules of the domain that a row can break are repeated as constraints.

CREATE TABLE "evaluation" (
  "id"            text NOT NULL,
  "version"       integer NOT NULL,
  "scope"         text NOT NULL,
  "subject_id"    text NOT NULL,
  "outlet_id"     text NOT NULL,
  "officer_id"    text,
  "grade"         text NOT NULL,
  "valid"         boolean NOT NULL,
  "anonymous"     boolean NOT NULL,
  "comment_state" text NOT NULL,
  "given_on"      date NOT NULL,
  "case_ids"      text[],
  "state"         jsonb NOT NULL,
  CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "evaluation_scope_check" CHECK ("scope" IN ('VISIT', 'MATTER')),
  CONSTRAINT "evaluation_grade_check" CHECK (
    "grade" IN ('VERY_SATISFIED', 'SATISFIED', 'FAIRLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED')
  ),
  CONSTRAINT "evaluation_version_check" CHECK ("version" >= 1 AND ("state" ->> 'version')::integer = "version")
);
-- One visit, one evaluation; one online matter, one evaluation (I-E1): the domain refuses a second, this makes it
-- impossible also when two arrive at once.
CREATE UNIQUE INDEX "evaluation_once_unique" ON "evaluation" ("scope", "subject_id");
CREATE INDEX "evaluation_outlet_idx" ON "evaluation" ("outlet_id", "grade");
CREATE INDEX "evaluation_officer_idx" ON "evaluation" ("officer_id", "grade");
CREATE INDEX "evaluation_case_idx" ON "evaluation" USING gin ("case_ids");

CREATE TABLE "bad_review" (
  "id"            text NOT NULL,
  "version"       integer NOT NULL,
  "evaluation_id" text NOT NULL,
  "outlet_id"     text NOT NULL,
  "status"        text NOT NULL,
  "categories"    text[],
  "opened_on"     date NOT NULL,
  "due_on"        date NOT NULL,
  "escalated_on"  date,
  "state"         jsonb NOT NULL,
  CONSTRAINT "bad_review_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bad_review_evaluation_fk" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "bad_review_version_check" CHECK ("version" >= 1 AND ("state" ->> 'version')::integer = "version"),
  CONSTRAINT "bad_review_categories_check" CHECK (cardinality("categories") >= 1),
  -- Closed means that the author was told something (R187).
  CONSTRAINT "bad_review_feedback_check" CHECK ("status" <> 'FED_BACK' OR ("state" ->> 'feedback') <> '')
);
CREATE UNIQUE INDEX "bad_review_evaluation_unique" ON "bad_review" ("evaluation_id");
CREATE INDEX "bad_review_outlet_idx" ON "bad_review" ("outlet_id", "status", "opened_on", "id");
-- What the watcher of due dates looks for.
CREATE INDEX "bad_review_due_idx" ON "bad_review" ("due_on") WHERE "escalated_on" IS NULL AND "status" <> 'FED_BACK';

CREATE TABLE "systemic_issue" (
  "id"          text NOT NULL,
  "version"     integer NOT NULL,
  "outlet_id"   text NOT NULL,
  "category"    text NOT NULL,
  "opened_on"   date NOT NULL,
  "measure"     text,
  "resolved_on" date,
  CONSTRAINT "systemic_issue_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "systemic_issue_resolved_check" CHECK (("measure" IS NULL) = ("resolved_on" IS NULL))
);
-- Exactly one open issue of a kind at an outlet (R189, I-E7).
CREATE UNIQUE INDEX "systemic_issue_one_open_idx" ON "systemic_issue" ("outlet_id", "category") WHERE "resolved_on" IS NULL;
CREATE INDEX "systemic_issue_outlet_idx" ON "systemic_issue" ("outlet_id", "opened_on");

CREATE TABLE "systemic_issue_review" (
  "issue_id"      text NOT NULL,
  "bad_review_id" text NOT NULL,
  CONSTRAINT "systemic_issue_review_pkey" PRIMARY KEY ("issue_id", "bad_review_id"),
  CONSTRAINT "systemic_issue_review_issue_fk" FOREIGN KEY ("issue_id") REFERENCES "systemic_issue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "systemic_issue_review_review_fk" FOREIGN KEY ("bad_review_id") REFERENCES "bad_review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "systemic_issue_review_review_idx" ON "systemic_issue_review" ("bad_review_id");

CREATE TABLE "complaint" (
  "id"           text NOT NULL,
  "version"      integer NOT NULL,
  "outlet_id"    text NOT NULL,
  "status"       text NOT NULL,
  "filed_on"     date NOT NULL,
  "due_on"       date NOT NULL,
  "escalated_on" date,
  "state"        jsonb NOT NULL,
  CONSTRAINT "complaint_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "complaint_status_check" CHECK ("status" IN ('FILED', 'ACCEPTED', 'INVESTIGATED', 'ANSWERED')),
  CONSTRAINT "complaint_version_check" CHECK ("version" >= 1 AND ("state" ->> 'version')::integer = "version"),
  -- No complaint is closed without a result told to the complainant (R187, R191).
  CONSTRAINT "complaint_answer_check" CHECK ("status" <> 'ANSWERED' OR ("state" ->> 'answer') <> '')
);
CREATE INDEX "complaint_outlet_idx" ON "complaint" ("outlet_id", "status", "filed_on", "id");
CREATE INDEX "complaint_due_idx" ON "complaint" ("due_on") WHERE "escalated_on" IS NULL AND "status" <> 'ANSWERED';

CREATE TABLE "complainant" (
  "complaint_id" text NOT NULL,
  "applicant_id" text NOT NULL,
  CONSTRAINT "complainant_pkey" PRIMARY KEY ("complaint_id"),
  CONSTRAINT "complainant_complaint_fk" FOREIGN KEY ("complaint_id") REFERENCES "complaint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "inspection" (
  "id"            text NOT NULL,
  "version"       integer NOT NULL,
  "outlet_id"     text NOT NULL,
  "opened_on"     date NOT NULL,
  "open_findings" integer NOT NULL,
  "state"         jsonb NOT NULL,
  CONSTRAINT "inspection_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "inspection_version_check" CHECK ("version" >= 1 AND ("state" ->> 'version')::integer = "version")
);
CREATE INDEX "inspection_outlet_idx" ON "inspection" ("outlet_id", "opened_on", "id");

CREATE TABLE "evaluation_event" (
  "position"     bigserial NOT NULL,
  "stream"       text NOT NULL,
  "stream_id"    text NOT NULL,
  "version"      integer NOT NULL,
  "type"         text NOT NULL,
  "at"           timestamptz(3) NOT NULL,
  "outlet_id"    text NOT NULL,
  "by"           text,
  "data"         jsonb NOT NULL,
  "committed_at" timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "evaluation_event_pkey" PRIMARY KEY ("position"),
  CONSTRAINT "evaluation_event_stream_check" CHECK (
    "stream" IN ('EVALUATION', 'BAD_REVIEW', 'SYSTEMIC_ISSUE', 'COMPLAINT', 'INSPECTION')
  )
);
-- Two writers cannot both write the n-th change of one thing.
CREATE UNIQUE INDEX "evaluation_event_version_unique" ON "evaluation_event" ("stream_id", "version");

-- The log is append-only: what happened stays.
CREATE FUNCTION "evaluation_event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'evaluation_event is append-only';
END $$;
CREATE TRIGGER "evaluation_event_append_only" BEFORE UPDATE OR DELETE ON "evaluation_event"
  FOR EACH ROW EXECUTE FUNCTION "evaluation_event_is_append_only"();

CREATE TABLE "evaluable_visit" (
  "visit_id"   text NOT NULL,
  "outlet_id"  text NOT NULL,
  "officer_id" text,
  "ended_on"   date NOT NULL,
  CONSTRAINT "evaluable_visit_pkey" PRIMARY KEY ("visit_id")
);
CREATE INDEX "evaluable_visit_outlet_idx" ON "evaluable_visit" ("outlet_id");
CREATE INDEX "evaluable_visit_officer_idx" ON "evaluable_visit" ("officer_id");

CREATE TABLE "client_mutation" (
  "caller"      text NOT NULL,
  "key"         text NOT NULL,
  "fingerprint" text NOT NULL,
  "result_id"   text,
  "at"          timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "client_mutation_pk" PRIMARY KEY ("caller", "key")
);
