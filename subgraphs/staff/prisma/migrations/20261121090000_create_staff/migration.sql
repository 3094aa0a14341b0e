-- The first shape of the staff database. Rules of the domain that a row can break are repeated as constraints.
-- Office days are text "YYYY-MM-DD": they have no time zone and sort as the days do.

CREATE TABLE "region" (
  "id"      text NOT NULL,
  "name"    text NOT NULL,
  "name_en" text NOT NULL,
  "code"    text NOT NULL,
  "shape"   text NOT NULL,
  CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "region_code_unique" ON "region" ("code");

CREATE TABLE "network_target" (
  "region_id"  text NOT NULL CONSTRAINT "network_target_region_fk" REFERENCES "region" ("id"),
  "label"      text NOT NULL,
  "ordinal"    integer NOT NULL,
  "kinds"      text[],
  "count"      integer,
  "localities" text[],
  "due_on"     text,
  CONSTRAINT "network_target_pkey" PRIMARY KEY ("region_id", "label")
);

CREATE TABLE "staffing_rule" (
  "region_id"      text NOT NULL CONSTRAINT "staffing_rule_region_fk" REFERENCES "region" ("id"),
  "rule_id"        text NOT NULL,
  "scope"          text NOT NULL,
  "outlet_kinds"   text[],
  "role"           text NOT NULL,
  "min"            integer NOT NULL,
  "max"            integer,
  "effective_from" text NOT NULL,
  "effective_to"   text,
  "sentence"       text NOT NULL,
  "source"         text NOT NULL,
  CONSTRAINT "staffing_rule_pkey" PRIMARY KEY ("region_id", "rule_id"),
  CONSTRAINT "staffing_rule_scope_check" CHECK ("scope" IN ('REGION', 'OUTLET', 'WINDOW', 'DEPARTMENT')),
  CONSTRAINT "staffing_rule_range_check" CHECK ("min" >= 0 AND "max" >= "min")
);

CREATE TABLE "department" (
  "id"        text NOT NULL,
  "region_id" text NOT NULL CONSTRAINT "department_region_fk" REFERENCES "region" ("id"),
  "name"      text NOT NULL,
  "name_en"   text NOT NULL,
  "uscc"      text NOT NULL,
  "phone"     text NOT NULL,
  CONSTRAINT "department_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "department_uscc_check" CHECK ("uscc" ~ '^[0-9A-HJ-NP-RTUWXY]{18}$')
);
CREATE UNIQUE INDEX "department_uscc_unique" ON "department" ("uscc");
CREATE INDEX "department_region_idx" ON "department" ("region_id");

CREATE TABLE "outlet" (
  "id"            text NOT NULL,
  "region_id"     text NOT NULL CONSTRAINT "outlet_region_fk" REFERENCES "region" ("id"),
  "parent_id"     text CONSTRAINT "outlet_parent_fk" REFERENCES "outlet" ("id"),
  "kind"          text NOT NULL,
  "partner_kind"  text,
  "name"          text NOT NULL,
  "name_en"       text NOT NULL,
  "locality"      text NOT NULL,
  "address"       text NOT NULL,
  "phone"         text NOT NULL,
  "hours"         jsonb NOT NULL,
  "hours_text"    text NOT NULL,
  "hours_text_en" text NOT NULL,
  "lists"         text[],
  "facilities"    text[],
  "opened_on"     text NOT NULL,
  "closed_on"     text,
  CONSTRAINT "outlet_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "outlet_parent_check" CHECK ("parent_id" <> "id"),
  CONSTRAINT "outlet_partner_check" CHECK (("kind" = 'PARTNER_OUTLET') = ("partner_kind" IS NOT NULL))
);
CREATE INDEX "outlet_region_idx" ON "outlet" ("region_id", "kind");

CREATE TABLE "service_window" (
  "id"        text NOT NULL,
  "outlet_id" text NOT NULL CONSTRAINT "service_window_outlet_fk" REFERENCES "outlet" ("id"),
  "kind"      text NOT NULL,
  "name"      text NOT NULL,
  "name_en"   text NOT NULL,
  "zone"      text,
  CONSTRAINT "service_window_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "service_window_outlet_idx" ON "service_window" ("outlet_id");

CREATE TABLE "window_department" (
  "window_id"     text NOT NULL CONSTRAINT "window_department_window_fk" REFERENCES "service_window" ("id"),
  "department_id" text NOT NULL CONSTRAINT "window_department_department_fk" REFERENCES "department" ("id"),
  "mode"          text NOT NULL,
  "ordinal"       integer NOT NULL,
  CONSTRAINT "window_department_pkey" PRIMARY KEY ("window_id", "department_id"),
  CONSTRAINT "window_department_mode_check" CHECK ("mode" IN ('STATIONED', 'ENTRUSTED'))
);
CREATE INDEX "window_department_department_idx" ON "window_department" ("department_id");

CREATE TABLE "post" (
  "id"             text NOT NULL,
  "name"           text NOT NULL,
  "role"           text NOT NULL,
  "outlet_id"      text NOT NULL CONSTRAINT "post_outlet_fk" REFERENCES "outlet" ("id"),
  "window_id"      text CONSTRAINT "post_window_fk" REFERENCES "service_window" ("id"),
  "department_id"  text CONSTRAINT "post_department_fk" REFERENCES "department" ("id"),
  "department_ids" text[],
  "partner_id"     text,
  CONSTRAINT "post_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "post_place_check" CHECK ("window_id" IS NULL OR "department_id" IS NULL),
  CONSTRAINT "post_not_own_partner_check" CHECK ("partner_id" <> "id")
);
CREATE UNIQUE INDEX "post_partner_unique" ON "post" ("id", "partner_id");
-- R149: backing is mutual. The partner's row must name this post as its own partner; both are written in one transaction.
ALTER TABLE "post" ADD CONSTRAINT "post_mutual_partner_fk"
  FOREIGN KEY ("partner_id", "id") REFERENCES "post" ("id", "partner_id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "post_outlet_idx" ON "post" ("outlet_id");
CREATE INDEX "post_window_idx" ON "post" ("window_id");
CREATE INDEX "post_department_idx" ON "post" ("department_id");

CREATE TABLE "staff_member" (
  "id"                 text NOT NULL,
  "name"               text NOT NULL,
  "name_en"            text NOT NULL,
  "employment"         text NOT NULL,
  "home_unit"          text NOT NULL,
  "home_department_id" text CONSTRAINT "staff_member_department_fk" REFERENCES "department" ("id"),
  "mobile"             text,
  "id_number"          text,
  "born_on"            text,
  CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "staff_member_employment_check" CHECK ("employment" IN ('PERMANENT', 'CONTRACT', 'PART_TIME', 'CENTRE_FULLTIME'))
);
CREATE UNIQUE INDEX "staff_member_id_number_unique" ON "staff_member" ("id_number");

CREATE TABLE "chief_representative" (
  "department_id"   text NOT NULL CONSTRAINT "chief_representative_department_fk" REFERENCES "department" ("id"),
  "staff_id"        text NOT NULL CONSTRAINT "chief_representative_staff_fk" REFERENCES "staff_member" ("id"),
  "deputy_staff_id" text CONSTRAINT "chief_representative_deputy_fk" REFERENCES "staff_member" ("id"),
  "valid_from"      text NOT NULL,
  "valid_until"     text,
  CONSTRAINT "chief_representative_pkey" PRIMARY KEY ("department_id", "valid_from"),
  CONSTRAINT "chief_representative_deputy_check" CHECK ("deputy_staff_id" <> "staff_id")
);
-- R083: one chief representative at a time.
CREATE UNIQUE INDEX "chief_representative_one_idx" ON "chief_representative" ("department_id") WHERE "valid_until" IS NULL;

CREATE TABLE "post_holding" (
  "post_id"     text NOT NULL CONSTRAINT "post_holding_post_fk" REFERENCES "post" ("id"),
  "staff_id"    text NOT NULL CONSTRAINT "post_holding_staff_fk" REFERENCES "staff_member" ("id"),
  "valid_from"  text NOT NULL,
  "valid_until" text,
  CONSTRAINT "post_holding_pkey" PRIMARY KEY ("post_id", "valid_from"),
  CONSTRAINT "post_holding_order_check" CHECK ("valid_until" > "valid_from")
);
CREATE UNIQUE INDEX "post_holding_one_idx" ON "post_holding" ("post_id") WHERE "valid_until" IS NULL;
CREATE INDEX "post_holding_staff_idx" ON "post_holding" ("staff_id");

CREATE TABLE "certificate" (
  "id"              text NOT NULL,
  "staff_id"        text NOT NULL CONSTRAINT "certificate_staff_fk" REFERENCES "staff_member" ("id"),
  "department_id"   text NOT NULL CONSTRAINT "certificate_department_fk" REFERENCES "department" ("id"),
  "training_record" text NOT NULL,
  "valid_from"      timestamptz(3) NOT NULL,
  "valid_until"     timestamptz(3),
  "revoked_at"      timestamptz(3),
  "version"         integer NOT NULL,
  CONSTRAINT "certificate_pkey" PRIMARY KEY ("id"),
  -- R208: no certificate without the training it rests on.
  CONSTRAINT "certificate_training_check" CHECK ("training_record" <> ''),
  CONSTRAINT "certificate_order_check" CHECK ("valid_until" > "valid_from")
);
CREATE INDEX "certificate_staff_idx" ON "certificate" ("staff_id");

CREATE TABLE "attendance" (
  "id"            uuid NOT NULL,
  "staff_id"      text NOT NULL CONSTRAINT "attendance_staff_fk" REFERENCES "staff_member" ("id"),
  "outlet_id"     text NOT NULL CONSTRAINT "attendance_outlet_fk" REFERENCES "outlet" ("id"),
  "office_day"    text NOT NULL,
  "signed_in_at"  timestamptz(3) NOT NULL,
  "signed_out_at" timestamptz(3),
  CONSTRAINT "attendance_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "attendance_order_check" CHECK ("signed_out_at" >= "signed_in_at")
);
-- R152: nobody is signed in twice on one day, also when two sign-ins arrive at once.
CREATE UNIQUE INDEX "attendance_one_open_idx" ON "attendance" ("staff_id", "office_day") WHERE "signed_out_at" IS NULL;
CREATE INDEX "attendance_staff_idx" ON "attendance" ("staff_id", "signed_in_at");

CREATE TABLE "leave" (
  "id"            uuid NOT NULL,
  "staff_id"      text NOT NULL CONSTRAINT "leave_staff_fk" REFERENCES "staff_member" ("id"),
  "outlet_id"     text NOT NULL CONSTRAINT "leave_outlet_fk" REFERENCES "outlet" ("id"),
  "status"        text NOT NULL,
  "starts_at"     timestamptz(3) NOT NULL,
  "until"         timestamptz(3) NOT NULL,
  "reason"        text NOT NULL,
  "requested_at"  timestamptz(3) NOT NULL,
  "decided_at"    timestamptz(3),
  "decided_by_id" text CONSTRAINT "leave_decider_fk" REFERENCES "staff_member" ("id"),
  "decision_note" text,
  "ended_at"      timestamptz(3),
  "version"       integer NOT NULL,
  CONSTRAINT "leave_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "leave_status_check" CHECK ("status" IN ('REQUESTED', 'APPROVED', 'ENDED', 'CANCELLED', 'REFUSED')),
  CONSTRAINT "leave_order_check" CHECK ("until" > "starts_at"),
  CONSTRAINT "leave_ended_check" CHECK (("status" = 'ENDED') = ("ended_at" IS NOT NULL)),
  CONSTRAINT "leave_not_own_decision_check" CHECK ("decided_by_id" <> "staff_id")
);
CREATE INDEX "leave_staff_idx" ON "leave" ("staff_id", "status");
CREATE INDEX "leave_outlet_idx" ON "leave" ("outlet_id", "status");

CREATE TABLE "duty_spell" (
  "id"            uuid NOT NULL,
  "kind"          text NOT NULL,
  "outlet_id"     text NOT NULL CONSTRAINT "duty_spell_outlet_fk" REFERENCES "outlet" ("id"),
  "post_id"       text NOT NULL CONSTRAINT "duty_spell_post_fk" REFERENCES "post" ("id"),
  "staff_id"      text,
  "acting_for_id" text,
  "started_at"    timestamptz(3) NOT NULL,
  "ended_at"      timestamptz(3),
  CONSTRAINT "duty_spell_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "duty_spell_kind_check" CHECK ("kind" IN ('TAKEOVER', 'VACANCY')),
  CONSTRAINT "duty_spell_who_check" CHECK (("kind" = 'TAKEOVER') = ("staff_id" IS NOT NULL)),
  -- I-S4: nobody takes over from oneself.
  CONSTRAINT "duty_spell_not_self_check" CHECK ("acting_for_id" <> "staff_id"),
  CONSTRAINT "duty_spell_order_check" CHECK ("ended_at" >= "started_at")
);
-- A post has one at a time, so that whoever notices it second cannot record it again (I-S5).
CREATE UNIQUE INDEX "duty_spell_one_running_idx" ON "duty_spell" ("post_id") WHERE "ended_at" IS NULL;
CREATE INDEX "duty_spell_post_idx" ON "duty_spell" ("post_id", "started_at");
CREATE INDEX "duty_spell_outlet_idx" ON "duty_spell" ("outlet_id", "ended_at");

CREATE TABLE "duty_watch" (
  "outlet_id" text NOT NULL CONSTRAINT "duty_watch_outlet_fk" REFERENCES "outlet" ("id"),
  "until"     timestamptz(3) NOT NULL,
  CONSTRAINT "duty_watch_pkey" PRIMARY KEY ("outlet_id")
);

CREATE TABLE "staff_event" (
  "position"      bigserial NOT NULL,
  "type"          text NOT NULL,
  "at"            timestamptz(3) NOT NULL,
  "outlet_id"     text NOT NULL,
  "window_id"     text,
  "post_id"       text,
  "staff_id"      text,
  "acting_for_id" text,
  "data"          jsonb NOT NULL,
  "once_key"      text NOT NULL,
  "committed_at"  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT "staff_event_pkey" PRIMARY KEY ("position")
);
CREATE UNIQUE INDEX "staff_event_once_unique" ON "staff_event" ("once_key");

-- The log is append-only: what happened stays.
CREATE FUNCTION "staff_event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'staff_event is append-only';
END $$;
CREATE TRIGGER "staff_event_append_only" BEFORE UPDATE OR DELETE ON "staff_event"
  FOR EACH ROW EXECUTE FUNCTION "staff_event_is_append_only"();

CREATE TABLE "client_mutation" (
  "caller"      text NOT NULL,
  "key"         text NOT NULL,
  "fingerprint" text NOT NULL,
  "result_id"   text,
  "at"          timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "client_mutation_pk" PRIMARY KEY ("caller", "key")
);
