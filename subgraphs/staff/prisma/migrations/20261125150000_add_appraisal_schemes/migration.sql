-- R205: each town its own quantified indicators, for window staff and for directors (R170, R171). Versions are kept, so
-- that a score can be computed again. Additive.
CREATE TABLE "appraisal_scheme" (
  "id"         text NOT NULL,
  "outlet_id"  text NOT NULL CONSTRAINT "appraisal_scheme_outlet_fk" REFERENCES "outlet" ("id"),
  "audience"   text NOT NULL,
  "version"    integer NOT NULL,
  "valid_from" text NOT NULL,
  "indicators" jsonb NOT NULL,
  CONSTRAINT "appraisal_scheme_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "appraisal_scheme_audience_check" CHECK ("audience" IN ('WINDOW_STAFF', 'DIRECTOR')),
  CONSTRAINT "appraisal_scheme_version_check" CHECK ("version" >= 1)
);
CREATE UNIQUE INDEX "appraisal_scheme_version_unique" ON "appraisal_scheme" ("outlet_id", "audience", "version");
