-- Matters are delegated and brought online in batches (R051, R063), provisions are repealed (R051), matters are exempted from the
-- hall (R053), and what was done to make them leaner is noted (R041). Additive: the previous release keeps working.
CREATE TABLE "batch" (
  "id"           text NOT NULL,
  "version"      integer NOT NULL,
  "region_id"    text NOT NULL,
  "kind"         text NOT NULL,
  "number"       integer NOT NULL,
  "effective_on" date NOT NULL,
  "basis"        text,
  "source"       text,
  CONSTRAINT "batch_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "batch_kind_check" CHECK ("kind" IN ('DELEGATION', 'MOBILE')),
  CONSTRAINT "batch_basis_check" CHECK ("kind" <> 'DELEGATION' OR "basis" <> '')
);
CREATE UNIQUE INDEX "batch_number_unique" ON "batch" ("region_id", "kind", "number");

CREATE TABLE "batch_matter" (
  "batch_id"   text NOT NULL,
  "matter_id"  text NOT NULL,
  "ended_on"   date,
  "end_reason" text,
  CONSTRAINT "batch_matter_pk" PRIMARY KEY ("batch_id", "matter_id"),
  CONSTRAINT "batch_matter_batch_fk" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "batch_matter_matter_fk" FOREIGN KEY ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "batch_matter_end_check" CHECK (("ended_on" IS NULL) = ("end_reason" IS NULL))
);
CREATE INDEX "batch_matter_matter_idx" ON "batch_matter" ("matter_id");

CREATE TABLE "repealed_basis" (
  "region_id"   text NOT NULL,
  "basis"       text NOT NULL,
  "repealed_on" date NOT NULL,
  "source"      text NOT NULL,
  CONSTRAINT "repealed_basis_pk" PRIMARY KEY ("region_id", "basis"),
  CONSTRAINT "repealed_basis_named_check" CHECK ("basis" <> '')
);

CREATE TABLE "hall_exemption" (
  "matter_id"  text NOT NULL,
  "region_id"  text NOT NULL,
  "reason"     text NOT NULL,
  "note"       text NOT NULL,
  "decided_on" date NOT NULL,
  "decided_by" text NOT NULL,
  CONSTRAINT "hall_exemption_pk" PRIMARY KEY ("matter_id"),
  CONSTRAINT "hall_exemption_matter_fk" FOREIGN KEY ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "hall_exemption_note_check" CHECK ("note" <> '')
);
CREATE INDEX "hall_exemption_region_idx" ON "hall_exemption" ("region_id");

CREATE TABLE "optimisation_measure" (
  "id"          text NOT NULL,
  "matter_id"   text NOT NULL,
  "region_id"   text NOT NULL,
  "kind"        text NOT NULL,
  "description" text NOT NULL,
  "taken_on"    date NOT NULL,
  "recorded_by" text NOT NULL,
  "source"      text,
  CONSTRAINT "optimisation_measure_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "optimisation_measure_matter_fk" FOREIGN KEY ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "optimisation_measure_said_check" CHECK ("description" <> '')
);
CREATE INDEX "optimisation_measure_matter_idx" ON "optimisation_measure" ("matter_id", "taken_on");
CREATE INDEX "optimisation_measure_region_idx" ON "optimisation_measure" ("region_id");

ALTER TABLE "catalogue_event" DROP CONSTRAINT "catalogue_event_stream_check";
ALTER TABLE "catalogue_event" ADD CONSTRAINT "catalogue_event_stream_check"
  CHECK ("stream" IN ('MATTER', 'ENTRUSTMENT', 'NOTICE', 'BATCH', 'BASIS')) NOT VALID;
