-- R023: the nearest outlet can be found once it is known where outlets are. WGS 84, degrees; none where nobody measured.
-- Within the country, where latitudes and longitudes cannot be taken for each other. Additive.
ALTER TABLE "outlet"
  ADD COLUMN "latitude" double precision,
  ADD COLUMN "longitude" double precision,
  ADD CONSTRAINT "outlet_coordinates_check" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)),
  ADD CONSTRAINT "outlet_latitude_check" CHECK ("latitude" BETWEEN 3 AND 54),
  ADD CONSTRAINT "outlet_longitude_check" CHECK ("longitude" BETWEEN 73 AND 136);
CREATE INDEX "outlet_coordinates_idx" ON "outlet" ("latitude", "longitude");
