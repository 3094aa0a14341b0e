-- Whose applicant was told how the case ended (R088, I-K21). Additive: the previous release keeps working.
ALTER TABLE "case" ADD COLUMN "fed_back_at" timestamptz(3);
ALTER TABLE "case" ADD CONSTRAINT "case_fed_back_check" CHECK ("fed_back_at" IS NULL OR "closed_at" IS NOT NULL);
-- Who took the result into their own hands has been told.
UPDATE "case" SET "fed_back_at" = "closed_at"
  WHERE "status" = 'DELIVERED' AND "state" -> 'delivery' ->> 'method' IN ('WINDOW', 'MOBILE_VAN');
-- Closed cases that nobody told of are few, and are looked for by outlet.
CREATE INDEX "case_not_fed_back_idx" ON "case" ("outlet_id", "closed_at")
  WHERE "closed_at" IS NOT NULL AND "fed_back_at" IS NULL;
