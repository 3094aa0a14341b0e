-- Help and representation (帮办代办) are services like a visit to a window, and are rated like one (R180): a request that
-- is closed leaves a visit without a window, exactly one. Additive: the previous release keeps working.
ALTER TABLE "visit" ALTER COLUMN "window_id" DROP NOT NULL;
ALTER TABLE "visit" ADD COLUMN "proxy_request_id" uuid;
ALTER TABLE "visit" ADD CONSTRAINT "visit_proxy_request_fk" FOREIGN KEY ("proxy_request_id") REFERENCES "proxy_request" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit" ADD CONSTRAINT "visit_place_check" CHECK (("window_id" IS NULL) = ("proxy_request_id" IS NOT NULL));
CREATE UNIQUE INDEX "visit_proxy_request_unique" ON "visit" ("proxy_request_id");
