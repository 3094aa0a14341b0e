-- The first shape of the catalogue database. Rules of the domain that a row can break are repeated as constraints.

CREATE TABLE "matter" (
  "id"                  text NOT NULL,
  "version"             integer NOT NULL,
  "region_id"           text NOT NULL,
  "department_id"       text NOT NULL,
  "name"                text NOT NULL,
  "name_en"             text NOT NULL,
  "handling_item_code"  text NOT NULL,
  "implementation_code" text NOT NULL,
  "basic_code"          text NOT NULL,
  "type"                text NOT NULL,
  "exercise_level"      text NOT NULL,
  "state"               text NOT NULL,
  "state_reason"        text,
  "tags"                text[],
  "lists"               text[],
  "published_on"        date NOT NULL,
  "last_application_on" date,
  "reactivated_on"      date,
  "facts"               jsonb NOT NULL,
  CONSTRAINT "matter_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "matter_version_check" CHECK ("version" >= 1),
  CONSTRAINT "matter_state_check" CHECK ("state" IN ('IN_USE', 'SUSPENDED', 'CANCELLED')),
  -- I-C2: the codes are parts of one another.
  CONSTRAINT "matter_code_check" CHECK (
    length("handling_item_code") = 33
    AND "implementation_code" = left("handling_item_code", 31)
    AND "basic_code" = right("implementation_code", 12)
  )
);
CREATE UNIQUE INDEX "matter_code_unique" ON "matter" ("handling_item_code");
CREATE INDEX "matter_region_idx" ON "matter" ("region_id", "department_id", "name", "id");
CREATE INDEX "matter_department_idx" ON "matter" ("department_id");
CREATE INDEX "matter_implementation_idx" ON "matter" ("implementation_code");
CREATE INDEX "matter_basic_idx" ON "matter" ("basic_code");

-- A range of one text, so that an exclusion constraint can say "the same matter" without the btree_gist extension,
-- which a bare server does not have.
CREATE TYPE "text_range" AS RANGE (subtype = text);

CREATE TABLE "guide_version" (
  "id"             text NOT NULL,
  "matter_id"      text NOT NULL,
  "version"        integer NOT NULL,
  "effective_from" timestamptz(3) NOT NULL,
  "effective_to"   timestamptz(3),
  "published_at"   timestamptz(3) NOT NULL,
  "published_by"   text NOT NULL,
  "content"        jsonb NOT NULL,
  CONSTRAINT "guide_version_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "guide_version_matter_fk" FOREIGN KEY ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "guide_version_order_check" CHECK ("effective_from" < "effective_to"),
  -- I-C3: versions of one matter never overlap.
  CONSTRAINT "guide_version_overlap_excl" EXCLUDE USING gist (
    "text_range"("matter_id", "matter_id", '[]') WITH &&,
    tstzrange("effective_from", "effective_to") WITH &&
  )
);
CREATE UNIQUE INDEX "guide_version_number_unique" ON "guide_version" ("matter_id", "version");

CREATE TABLE "entrustment" (
  "id"                      text NOT NULL,
  "version"                 integer NOT NULL,
  "region_id"               text NOT NULL,
  "department_id"           text NOT NULL,
  "mode"                    text NOT NULL,
  "status"                  text NOT NULL,
  "announced_on"            date NOT NULL,
  "announcement"            text NOT NULL,
  "checklist"               text[],
  "samples"                 text[],
  "chief_representative_id" text,
  "activated_on"            date,
  "ended_on"                date,
  CONSTRAINT "entrustment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "entrustment_mode_check" CHECK ("mode" IN ('STATIONED', 'ENTRUSTED')),
  CONSTRAINT "entrustment_status_check" CHECK ("status" IN ('ANNOUNCED', 'ACTIVE', 'ENDED')),
  -- R057, R058: nothing incomplete takes effect.
  CONSTRAINT "entrustment_complete_check" CHECK (
    "status" <> 'ACTIVE' OR "mode" <> 'ENTRUSTED' OR (
      "announcement" <> '' AND cardinality("checklist") > 0 AND cardinality("samples") > 0
      AND "chief_representative_id" IS NOT NULL AND "activated_on" IS NOT NULL
    )
  )
);
CREATE INDEX "entrustment_region_idx" ON "entrustment" ("region_id");
-- One presence at a time.
CREATE UNIQUE INDEX "entrustment_one_current_idx" ON "entrustment" ("department_id") WHERE "status" <> 'ENDED';

CREATE TABLE "bundle" (
  "id"          text NOT NULL,
  "region_id"   text NOT NULL,
  "name"        text NOT NULL,
  "name_en"     text NOT NULL,
  "origin"      text NOT NULL,
  "joint_limit" jsonb NOT NULL,
  "source"      text NOT NULL,
  CONSTRAINT "bundle_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bundle_origin_check" CHECK ("origin" IN ('PROVINCE_CITY', 'COUNTY', 'LOCAL'))
);
CREATE INDEX "bundle_region_idx" ON "bundle" ("region_id", "origin", "id");

CREATE TABLE "bundle_matter" (
  "bundle_id" text NOT NULL,
  "matter_id" text NOT NULL,
  "place"     integer NOT NULL,
  CONSTRAINT "bundle_matter_pk" PRIMARY KEY ("bundle_id", "matter_id"),
  CONSTRAINT "bundle_matter_bundle_fk" FOREIGN KEY ("bundle_id") REFERENCES "bundle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "bundle_matter_matter_fk" FOREIGN KEY ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "guide_catalogue_entry" (
  "id"         text NOT NULL,
  "region_id"  text NOT NULL,
  "level"      text NOT NULL,
  "place"      integer NOT NULL,
  "name"       text NOT NULL,
  "basic_code" text NOT NULL,
  "source"     text NOT NULL,
  CONSTRAINT "guide_catalogue_entry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "guide_catalogue_level_check" CHECK ("level" IN ('TOWN', 'VILLAGE'))
);
CREATE UNIQUE INDEX "guide_catalogue_place_unique" ON "guide_catalogue_entry" ("region_id", "level", "place");
CREATE UNIQUE INDEX "guide_catalogue_code_unique" ON "guide_catalogue_entry" ("region_id", "level", "basic_code");

CREATE TABLE "cancelled_proof" (
  "region_id"    text NOT NULL,
  "type"         text NOT NULL,
  "name"         text NOT NULL,
  "cancelled_on" date NOT NULL,
  "source"       text NOT NULL,
  CONSTRAINT "cancelled_proof_pk" PRIMARY KEY ("region_id", "type")
);

CREATE TABLE "catalogue_event" (
  "position"      bigserial NOT NULL,
  "stream"        text NOT NULL,
  "stream_id"     text NOT NULL,
  "version"       integer NOT NULL,
  "type"          text NOT NULL,
  "at"            timestamptz(3) NOT NULL,
  "region_id"     text NOT NULL,
  "department_id" text NOT NULL,
  "data"          jsonb NOT NULL,
  "committed_at"  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "catalogue_event_pkey" PRIMARY KEY ("position"),
  CONSTRAINT "catalogue_event_stream_check" CHECK ("stream" IN ('MATTER', 'ENTRUSTMENT'))
);
CREATE UNIQUE INDEX "catalogue_event_version_unique" ON "catalogue_event" ("stream_id", "version");

CREATE TABLE "client_mutation" (
  "caller"      text NOT NULL,
  "key"         text NOT NULL,
  "fingerprint" text NOT NULL,
  "result_id"   text,
  "at"          timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "client_mutation_pk" PRIMARY KEY ("caller", "key")
);

-- The log is append-only: what happened stays.
CREATE FUNCTION "catalogue_event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'catalogue_event is append-only';
END $$;
CREATE TRIGGER "catalogue_event_append_only" BEFORE UPDATE OR DELETE ON "catalogue_event"
  FOR EACH ROW EXECUTE FUNCTION "catalogue_event_is_append_only"();

-- A published guide is what cases were accepted under (R028): only its end may still be set.
CREATE FUNCTION "guide_version_is_immutable"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published guide does not change';
END $$;
CREATE TRIGGER "guide_version_immutable"
  BEFORE UPDATE OF "id", "matter_id", "version", "effective_from", "published_at", "published_by", "content" OR DELETE
  ON "guide_version" FOR EACH ROW EXECUTE FUNCTION "guide_version_is_immutable"();
