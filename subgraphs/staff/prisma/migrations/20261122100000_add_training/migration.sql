-- R155, R208, R209: what is planned, what was held and who attended; a certificate may rest on a recorded training.
-- Additive: the previous release keeps working.
CREATE TABLE "training_rule" (
  "region_id"      text NOT NULL CONSTRAINT "training_rule_region_fk" REFERENCES "region" ("id"),
  "level"          text NOT NULL,
  "period"         text NOT NULL,
  "min"            integer NOT NULL,
  "effective_from" text NOT NULL,
  "effective_to"   text,
  CONSTRAINT "training_rule_pkey" PRIMARY KEY ("region_id", "level", "effective_from"),
  CONSTRAINT "training_rule_level_check" CHECK ("level" IN ('DISTRICT', 'STREET', 'VILLAGE')),
  CONSTRAINT "training_rule_period_check" CHECK ("period" IN ('YEAR', 'QUARTER', 'MONTH')),
  CONSTRAINT "training_rule_min_check" CHECK ("min" >= 1)
);

CREATE TABLE "training_plan" (
  "id"        text NOT NULL,
  "outlet_id" text NOT NULL CONSTRAINT "training_plan_outlet_fk" REFERENCES "outlet" ("id"),
  "year"      integer NOT NULL,
  "sessions"  integer NOT NULL,
  "topics"    text[],
  CONSTRAINT "training_plan_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "training_plan_sessions_check" CHECK ("sessions" >= 1)
);
-- R209: one plan for each unit and year.
CREATE UNIQUE INDEX "training_plan_one_unique" ON "training_plan" ("outlet_id", "year");

CREATE TABLE "training_session" (
  "id"             text NOT NULL,
  "outlet_id"      text NOT NULL CONSTRAINT "training_session_outlet_fk" REFERENCES "outlet" ("id"),
  "level"          text NOT NULL,
  "department_id"  text CONSTRAINT "training_session_department_fk" REFERENCES "department" ("id"),
  "held_on"        text NOT NULL,
  "topics"         text[],
  "form"           text NOT NULL,
  "attendee_ids"   text[],
  "recorded_by_id" text CONSTRAINT "training_session_recorder_fk" REFERENCES "staff_member" ("id"),
  CONSTRAINT "training_session_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "training_session_level_check" CHECK ("level" IN ('DISTRICT', 'STREET', 'VILLAGE')),
  CONSTRAINT "training_session_attended_check" CHECK (cardinality("attendee_ids") > 0)
);
CREATE INDEX "training_session_outlet_idx" ON "training_session" ("outlet_id", "held_on");
CREATE INDEX "training_session_attendee_idx" ON "training_session" USING gin ("attendee_ids");

ALTER TABLE "certificate" ADD COLUMN "training_session_id" text
  CONSTRAINT "certificate_training_fk" REFERENCES "training_session" ("id");
