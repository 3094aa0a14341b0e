-- R006: a sub-centre that was taken into its centre stays on record, with where it went. R024, R025, R207: zones of a
-- hall. Additive.
ALTER TABLE "outlet"
  ADD COLUMN "merged_into_id" text CONSTRAINT "outlet_merged_into_fk" REFERENCES "outlet" ("id"),
  ADD CONSTRAINT "outlet_merged_check" CHECK ("merged_into_id" IS NULL OR "closed_on" IS NOT NULL);

CREATE TABLE "hall_zone" (
  "id"             text NOT NULL,
  "outlet_id"      text NOT NULL CONSTRAINT "hall_zone_outlet_fk" REFERENCES "outlet" ("id"),
  "ordinal"        integer NOT NULL,
  "name"           text NOT NULL,
  "name_en"        text NOT NULL,
  "lifecycle"      text,
  "approval"       boolean NOT NULL DEFAULT false,
  "window_ids"     text[] NOT NULL,
  "department_ids" text[] NOT NULL,
  CONSTRAINT "hall_zone_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "hall_zone_lifecycle_check" CHECK ("lifecycle" IN ('PERSON', 'ENTERPRISE'))
);
CREATE UNIQUE INDEX "hall_zone_name_unique" ON "hall_zone" ("outlet_id", "name");
-- One approval zone in a hall, and one for each life cycle.
CREATE UNIQUE INDEX "hall_zone_approval_idx" ON "hall_zone" ("outlet_id") WHERE "approval";
CREATE UNIQUE INDEX "hall_zone_lifecycle_idx" ON "hall_zone" ("outlet_id", "lifecycle");
