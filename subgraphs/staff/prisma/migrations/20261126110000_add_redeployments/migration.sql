-- R161: who helps at another window, from when to when. The own post stays theirs; whoever backs it covers it. Additive.
CREATE TABLE "redeployment" (
  "id"            text NOT NULL,
  "staff_id"      text NOT NULL CONSTRAINT "redeployment_staff_fk" REFERENCES "staff_member" ("id"),
  "post_id"       text NOT NULL CONSTRAINT "redeployment_post_fk" REFERENCES "post" ("id"),
  "to_window_id"  text NOT NULL CONSTRAINT "redeployment_window_fk" REFERENCES "service_window" ("id"),
  "starts_at"     timestamptz(3) NOT NULL,
  "until"         timestamptz(3) NOT NULL,
  "ordered_by_id" text NOT NULL CONSTRAINT "redeployment_ordered_by_fk" REFERENCES "staff_member" ("id"),
  CONSTRAINT "redeployment_pkey" PRIMARY KEY ("id"),
  -- One that was ended before it began never did: it ends where it begins.
  CONSTRAINT "redeployment_order_check" CHECK ("until" >= "starts_at")
);
CREATE INDEX "redeployment_post_idx" ON "redeployment" ("post_id", "until");
CREATE INDEX "redeployment_window_idx" ON "redeployment" ("to_window_id", "until");
CREATE INDEX "redeployment_staff_idx" ON "redeployment" ("staff_id", "until");
