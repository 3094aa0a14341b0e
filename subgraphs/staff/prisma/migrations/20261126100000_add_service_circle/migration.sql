-- R005: where people live, and how long the way to an outlet takes as somebody measured it. Additive.
CREATE TABLE "settlement" (
  "id"        text NOT NULL,
  "region_id" text NOT NULL CONSTRAINT "settlement_region_fk" REFERENCES "region" ("id"),
  "name"      text NOT NULL,
  "name_en"   text NOT NULL,
  "latitude"  double precision,
  "longitude" double precision,
  CONSTRAINT "settlement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "settlement_coordinates_check" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)),
  CONSTRAINT "settlement_latitude_check" CHECK ("latitude" BETWEEN 3 AND 54),
  CONSTRAINT "settlement_longitude_check" CHECK ("longitude" BETWEEN 73 AND 136)
);
CREATE INDEX "settlement_region_idx" ON "settlement" ("region_id");

CREATE TABLE "travel_time" (
  "settlement_id" text NOT NULL CONSTRAINT "travel_time_settlement_fk" REFERENCES "settlement" ("id"),
  "outlet_id"     text NOT NULL CONSTRAINT "travel_time_outlet_fk" REFERENCES "outlet" ("id"),
  "minutes"       integer NOT NULL,
  CONSTRAINT "travel_time_pkey" PRIMARY KEY ("settlement_id", "outlet_id"),
  CONSTRAINT "travel_time_minutes_check" CHECK ("minutes" BETWEEN 1 AND 1440)
);
