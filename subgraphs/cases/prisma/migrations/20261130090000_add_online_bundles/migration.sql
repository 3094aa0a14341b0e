-- One thing can be handed in online (R064, R069): without a visit and an officer, and without a window until one takes all
-- of it up. Additive: the previous release keeps working on what it wrote itself.
ALTER TABLE "bundle_case" ALTER COLUMN "window_id" DROP NOT NULL;
ALTER TABLE "bundle_case" ALTER COLUMN "visit_id" DROP NOT NULL;
ALTER TABLE "bundle_case" ALTER COLUMN "opened_by_id" DROP NOT NULL;
ALTER TABLE "bundle_case" ADD COLUMN "channel" text NOT NULL DEFAULT 'WINDOW';
ALTER TABLE "bundle_case" ADD CONSTRAINT "bundle_case_channel_check" CHECK ("channel" IN ('WINDOW', 'ONLINE'));
ALTER TABLE "bundle_case" ADD CONSTRAINT "bundle_case_channel_visit_check"
  CHECK (("channel" = 'WINDOW') = ("visit_id" IS NOT NULL));
ALTER TABLE "bundle_case" ADD CONSTRAINT "bundle_case_channel_window_check"
  CHECK ("channel" = 'ONLINE' OR ("window_id" IS NOT NULL AND "opened_by_id" IS NOT NULL));
-- What waits for a window to take it up, the oldest first.
CREATE INDEX "bundle_case_untaken_idx" ON "bundle_case" ("outlet_id", "opened_at")
  WHERE "window_id" IS NULL AND "closed_at" IS NULL;
