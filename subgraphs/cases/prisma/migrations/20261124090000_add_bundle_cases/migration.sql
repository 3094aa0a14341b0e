-- One thing handed in once (R069, I-K12): a parent and one sub-case for each matter. Additive: the previous release keeps working.
CREATE TABLE "bundle_case" (
  "id"              uuid NOT NULL,
  "bundle_no"       text NOT NULL,
  "bundle_id"       text NOT NULL,
  "region_id"       text NOT NULL,
  "outlet_id"       text NOT NULL,
  "window_id"       text NOT NULL,
  "visit_id"        uuid NOT NULL,
  "applicant_id"    text,
  "confidentiality" text NOT NULL,
  "joint_limit"     jsonb NOT NULL,
  "opened_at"       timestamptz(3) NOT NULL,
  "opened_by_id"    text NOT NULL,
  "acting_for_id"   text,
  "closed_at"       timestamptz(3),
  "version"         integer NOT NULL,
  CONSTRAINT "bundle_case_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bundle_case_order_check" CHECK ("closed_at" >= "opened_at")
);
CREATE UNIQUE INDEX "bundle_case_no_unique" ON "bundle_case" ("bundle_no");
CREATE INDEX "bundle_case_outlet_idx" ON "bundle_case" ("outlet_id", "opened_at" DESC, "id" DESC);
CREATE INDEX "bundle_case_region_idx" ON "bundle_case" ("region_id", "opened_at");
CREATE INDEX "bundle_case_applicant_idx" ON "bundle_case" ("applicant_id");

ALTER TABLE "case" ADD COLUMN "bundle_case_id" uuid;
ALTER TABLE "case" ADD CONSTRAINT "case_bundle_case_fk"
  FOREIGN KEY ("bundle_case_id") REFERENCES "bundle_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A matter stands once in a bundle, so no submission makes two sub-cases of it.
CREATE UNIQUE INDEX "case_bundle_matter_unique" ON "case" ("bundle_case_id", "matter_id");
-- Cases of a region in a year are counted for the share of bundles (R070).
CREATE INDEX "case_region_idx" ON "case" ("region_id", "opened_at");

-- What was filled in on the form: personal, so it stands with the applicant.
ALTER TABLE "applicant" ADD COLUMN "form" jsonb;

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check"
  CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT', 'BUNDLE')) NOT VALID;
