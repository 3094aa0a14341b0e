-- R144–R146: where agents come from, and how those of a kind of post are to be employed. R159, R160: professional teams
-- and who has been in them since when. Additive.
ALTER TABLE "staff_member"
  ADD COLUMN "origin" text,
  ADD CONSTRAINT "staff_member_origin_check" CHECK (
    "origin" IN ('PARTY_CADRE', 'COMMUNITY_WORKER', 'GRID_WORKER', 'COMMITTEE_MEMBER', 'VOLUNTEER', 'RECRUITED')
  );

CREATE TABLE "appointment_rule" (
  "region_id"      text NOT NULL CONSTRAINT "appointment_rule_region_fk" REFERENCES "region" ("id"),
  "rule_id"        text NOT NULL,
  "role"           text NOT NULL,
  "mode"           text,
  "employments"    text[] NOT NULL,
  "origins"        text[] NOT NULL,
  "effective_from" text NOT NULL,
  "effective_to"   text,
  "sentence"       text NOT NULL,
  "source"         text NOT NULL,
  CONSTRAINT "appointment_rule_pkey" PRIMARY KEY ("region_id", "rule_id"),
  CONSTRAINT "appointment_rule_mode_check" CHECK ("mode" IN ('STATIONED', 'ENTRUSTED'))
);

CREATE TABLE "team_membership" (
  "region_id"   text NOT NULL CONSTRAINT "team_membership_region_fk" REFERENCES "region" ("id"),
  "kind"        text NOT NULL,
  "staff_id"    text NOT NULL CONSTRAINT "team_membership_staff_fk" REFERENCES "staff_member" ("id"),
  "valid_from"  text NOT NULL,
  "valid_until" text,
  CONSTRAINT "team_membership_pkey" PRIMARY KEY ("staff_id", "valid_from"),
  CONSTRAINT "team_membership_kind_check" CHECK ("kind" IN ('ACCEPTANCE', 'SURVEY', 'APPROVAL')),
  CONSTRAINT "team_membership_order_check" CHECK ("valid_until" >= "valid_from")
);
CREATE INDEX "team_membership_region_idx" ON "team_membership" ("region_id", "kind");
-- Nobody is in two teams at once.
CREATE UNIQUE INDEX "team_membership_one_open_idx" ON "team_membership" ("staff_id") WHERE "valid_until" IS NULL;
