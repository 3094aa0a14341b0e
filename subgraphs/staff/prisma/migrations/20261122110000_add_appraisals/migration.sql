-- R167–R173: appraisals, what a failed quarter asks for, and who follows somebody that was returned.
-- Additive: the previous release keeps working.
ALTER TABLE "staff_member" ADD COLUMN "police" boolean NOT NULL DEFAULT false;

CREATE TABLE "appraisal" (
  "id"             text NOT NULL,
  "staff_id"       text NOT NULL CONSTRAINT "appraisal_staff_fk" REFERENCES "staff_member" ("id"),
  "outlet_id"      text NOT NULL CONSTRAINT "appraisal_outlet_fk" REFERENCES "outlet" ("id"),
  "year"           integer NOT NULL,
  "quarter"        integer NOT NULL,
  "body"           text NOT NULL,
  "morality"       integer NOT NULL,
  "ability"        integer NOT NULL,
  "diligence"      integer NOT NULL,
  "performance"    integer NOT NULL,
  "integrity"      integer NOT NULL,
  "passed"         boolean NOT NULL,
  "consequence"    text NOT NULL,
  "late"           integer NOT NULL,
  "left_early"     integer NOT NULL,
  "absent"         integer NOT NULL,
  "recorded_at"    timestamptz(3) NOT NULL,
  "recorded_by_id" text NOT NULL CONSTRAINT "appraisal_recorder_fk" REFERENCES "staff_member" ("id"),
  CONSTRAINT "appraisal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "appraisal_quarter_check" CHECK ("quarter" BETWEEN 0 AND 4),
  CONSTRAINT "appraisal_not_own_check" CHECK ("recorded_by_id" <> "staff_id"),
  CONSTRAINT "appraisal_scores_check" CHECK (
    least("morality", "ability", "diligence", "performance", "integrity") >= 0
    AND greatest("morality", "ability", "diligence", "performance", "integrity") <= 100
  ),
  CONSTRAINT "appraisal_consequence_check" CHECK ("consequence" = 'NONE' OR (NOT "passed" AND "consequence" IN ('ADMONITION', 'RETURNED')))
);
-- R169: one for each person and quarter, and one (quarter 0) for the year.
CREATE UNIQUE INDEX "appraisal_one_unique" ON "appraisal" ("staff_id", "year", "quarter");

CREATE TABLE "follow_up" (
  "id"           text NOT NULL,
  "appraisal_id" text NOT NULL CONSTRAINT "follow_up_appraisal_fk" REFERENCES "appraisal" ("id"),
  "kind"         text NOT NULL,
  "due_on"       text NOT NULL,
  "done_at"      timestamptz(3),
  CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "follow_up_kind_check" CHECK ("kind" IN ('ADMONITION_TALK', 'RECTIFICATION'))
);
CREATE UNIQUE INDEX "follow_up_one_unique" ON "follow_up" ("appraisal_id", "kind");

CREATE TABLE "replacement" (
  "id"                 text NOT NULL,
  "post_id"            text NOT NULL CONSTRAINT "replacement_post_fk" REFERENCES "post" ("id"),
  "outlet_id"          text NOT NULL CONSTRAINT "replacement_outlet_fk" REFERENCES "outlet" ("id"),
  "returned_id"        text NOT NULL CONSTRAINT "replacement_returned_fk" REFERENCES "staff_member" ("id"),
  "home_department_id" text CONSTRAINT "replacement_department_fk" REFERENCES "department" ("id"),
  "opened_at"          timestamptz(3) NOT NULL,
  "nominee_id"         text CONSTRAINT "replacement_nominee_fk" REFERENCES "staff_member" ("id"),
  "nominated_by_id"    text CONSTRAINT "replacement_nominator_fk" REFERENCES "staff_member" ("id"),
  "approved_at"        timestamptz(3),
  "approved_by_id"     text CONSTRAINT "replacement_approver_fk" REFERENCES "staff_member" ("id"),
  "version"            integer NOT NULL,
  CONSTRAINT "replacement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "replacement_other_check" CHECK ("nominee_id" <> "returned_id"),
  -- R173: nobody is approved before somebody is nominated.
  CONSTRAINT "replacement_order_check" CHECK ("approved_at" IS NULL OR "nominee_id" IS NOT NULL)
);
CREATE INDEX "replacement_outlet_idx" ON "replacement" ("outlet_id");
