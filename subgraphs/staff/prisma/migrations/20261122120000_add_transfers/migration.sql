-- R140–R142: nobody leaves a post without a request that the centre or town agreed to. Additive.
CREATE TABLE "transfer" (
  "id"              text NOT NULL,
  "staff_id"        text NOT NULL CONSTRAINT "transfer_staff_fk" REFERENCES "staff_member" ("id"),
  "post_id"         text NOT NULL CONSTRAINT "transfer_post_fk" REFERENCES "post" ("id"),
  "outlet_id"       text NOT NULL CONSTRAINT "transfer_outlet_fk" REFERENCES "outlet" ("id"),
  "appointed_on"    text NOT NULL,
  "effective_on"    text NOT NULL,
  "reason"          text NOT NULL,
  "status"          text NOT NULL,
  "requested_by_id" text NOT NULL CONSTRAINT "transfer_requester_fk" REFERENCES "staff_member" ("id"),
  "reviewed_by_id"  text CONSTRAINT "transfer_reviewer_fk" REFERENCES "staff_member" ("id"),
  "early_consent"   boolean NOT NULL DEFAULT false,
  "version"         integer NOT NULL,
  CONSTRAINT "transfer_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "transfer_status_check" CHECK ("status" IN ('REQUESTED', 'APPROVED', 'REFUSED')),
  CONSTRAINT "transfer_review_check" CHECK (("status" = 'REQUESTED') = ("reviewed_by_id" IS NULL)),
  CONSTRAINT "transfer_other_reviewer_check" CHECK ("reviewed_by_id" <> "requested_by_id"),
  CONSTRAINT "transfer_order_check" CHECK ("effective_on" > "appointed_on")
);
CREATE INDEX "transfer_outlet_idx" ON "transfer" ("outlet_id", "status");
-- One open request for each person and post.
CREATE UNIQUE INDEX "transfer_one_open_idx" ON "transfer" ("staff_id", "post_id") WHERE "status" = 'REQUESTED';
