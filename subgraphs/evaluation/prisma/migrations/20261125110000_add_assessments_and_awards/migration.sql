-- R185, R186: what a third party or a campaign found, and when it was circulated. R174, R175: who was honoured, for what
-- the ratings of a period say. Additive.
CREATE TABLE "assessment" (
  "id"            text NOT NULL,
  "version"       integer NOT NULL,
  "region_id"     text NOT NULL,
  "source"        text NOT NULL,
  "recorded_on"   date NOT NULL,
  "circulated_on" date,
  "state"         jsonb NOT NULL,
  CONSTRAINT "assessment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "assessment_source_check" CHECK ("source" IN ('THIRD_PARTY', 'CAMPAIGN')),
  CONSTRAINT "assessment_order_check" CHECK ("circulated_on" >= "recorded_on")
);
CREATE INDEX "assessment_region_idx" ON "assessment" ("region_id", "recorded_on");

CREATE TABLE "award" (
  "id"         text NOT NULL,
  "region_id"  text NOT NULL,
  "kind"       text NOT NULL,
  "from"       date NOT NULL,
  "to"         date NOT NULL,
  "state"      jsonb NOT NULL,
  CONSTRAINT "award_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "award_kind_check" CHECK ("kind" IN ('BEST_HALL', 'BEST_WINDOW', 'BEST_PERSON')),
  CONSTRAINT "award_order_check" CHECK ("from" <= "to")
);
-- One selection of a kind for a period.
CREATE UNIQUE INDEX "award_once_unique" ON "award" ("region_id", "kind", "from", "to");
-- The best windows are ranked by what was said at them.
CREATE INDEX "evaluation_window_idx" ON "evaluation" (("state" ->> 'windowId'), "grade");
