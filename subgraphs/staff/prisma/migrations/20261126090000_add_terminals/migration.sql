-- R019, R020, R200: self-service and top-up terminals, when each was last heard of and verified, and what a region says
-- silence and staleness are. A terminal stands at an outlet, whose address, coordinates and hours it has. Additive.
CREATE TABLE "terminal" (
  "id"           text NOT NULL,
  "outlet_id"    text NOT NULL CONSTRAINT "terminal_outlet_fk" REFERENCES "outlet" ("id"),
  "keeper_id"    text NOT NULL CONSTRAINT "terminal_keeper_fk" REFERENCES "outlet" ("id"),
  "kind"         text NOT NULL,
  "host"         text NOT NULL,
  "name"         text NOT NULL,
  "name_en"      text NOT NULL,
  "spot"         text NOT NULL,
  "matter_ids"   text[] NOT NULL,
  "installed_on" text NOT NULL,
  "removed_on"   text,
  "heard_at"     timestamptz(3),
  "verified_at"  timestamptz(3),
  "alerted_at"   timestamptz(3),
  CONSTRAINT "terminal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "terminal_kind_check" CHECK ("kind" IN ('SELF_SERVICE', 'TOP_UP')),
  CONSTRAINT "terminal_host_check" CHECK ("host" IN ('GOVERNMENT', 'BANK', 'MALL', 'SUPERMARKET', 'HOSPITAL', 'OTHER')),
  CONSTRAINT "terminal_order_check" CHECK ("removed_on" >= "installed_on"),
  -- An alert is about a silence: who was never heard of cannot have fallen silent.
  CONSTRAINT "terminal_alerted_check" CHECK ("alerted_at" IS NULL OR "heard_at" < "alerted_at")
);
CREATE INDEX "terminal_outlet_idx" ON "terminal" ("outlet_id");
CREATE INDEX "terminal_keeper_idx" ON "terminal" ("keeper_id");
CREATE INDEX "terminal_matter_idx" ON "terminal" USING gin ("matter_ids");
CREATE INDEX "terminal_heard_idx" ON "terminal" ("heard_at");

CREATE TABLE "terminal_rule" (
  "region_id"       text NOT NULL CONSTRAINT "terminal_rule_region_fk" REFERENCES "region" ("id"),
  "offline_minutes" integer NOT NULL,
  "verify_days"     integer NOT NULL,
  "effective_from"  text NOT NULL,
  "effective_to"    text,
  CONSTRAINT "terminal_rule_pkey" PRIMARY KEY ("region_id", "effective_from"),
  CONSTRAINT "terminal_rule_offline_check" CHECK ("offline_minutes" > 0),
  CONSTRAINT "terminal_rule_verify_check" CHECK ("verify_days" > 0)
);
