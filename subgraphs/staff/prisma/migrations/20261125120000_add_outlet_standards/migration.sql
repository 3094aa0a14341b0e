-- R007, R008, R015: how an outlet stood against the ten items of the standard, and which grade it was given. R013: what
-- outlets of a kind are called in a region. R014: the villages that must have a point. Additive.
CREATE TABLE "outlet_standard_check" (
  "id"            text NOT NULL,
  "outlet_id"     text NOT NULL CONSTRAINT "outlet_standard_check_outlet_fk" REFERENCES "outlet" ("id"),
  "checked_on"    text NOT NULL,
  "met"           text[] NOT NULL,
  "grade"         text,
  "checked_by_id" text NOT NULL CONSTRAINT "outlet_standard_check_staff_fk" REFERENCES "staff_member" ("id"),
  CONSTRAINT "outlet_standard_check_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "outlet_standard_check_grade_check" CHECK ("grade" IN ('BASIC', 'STANDARD', 'BENCHMARK'))
);
-- One check of an outlet on a day.
CREATE UNIQUE INDEX "outlet_standard_check_one_unique" ON "outlet_standard_check" ("outlet_id", "checked_on");

CREATE TABLE "naming_rule" (
  "region_id"      text NOT NULL CONSTRAINT "naming_rule_region_fk" REFERENCES "region" ("id"),
  "kind"           text NOT NULL,
  "pattern"        text NOT NULL,
  "example"        text NOT NULL,
  "effective_from" text NOT NULL,
  "effective_to"   text,
  "sentence"       text NOT NULL,
  "source"         text NOT NULL,
  CONSTRAINT "naming_rule_pkey" PRIMARY KEY ("region_id", "kind", "effective_from")
);

CREATE TABLE "village" (
  "region_id" text NOT NULL CONSTRAINT "village_region_fk" REFERENCES "region" ("id"),
  "name"      text NOT NULL,
  CONSTRAINT "village_pkey" PRIMARY KEY ("region_id", "name")
);
