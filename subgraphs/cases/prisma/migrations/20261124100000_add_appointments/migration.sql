-- Appointments at a window (R097–R099, I-K18). Additive: the previous release keeps working.
CREATE TABLE "appointment_slot" (
  "id"        uuid NOT NULL,
  "outlet_id" text NOT NULL,
  "window_id" text NOT NULL,
  "starts_at" timestamptz(3) NOT NULL,
  "ends_at"   timestamptz(3) NOT NULL,
  "capacity"  integer NOT NULL,
  "booked"    integer NOT NULL DEFAULT 0,
  CONSTRAINT "appointment_slot_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "appointment_slot_order_check" CHECK ("ends_at" > "starts_at"),
  -- However many book at once, no slot takes more than it has room for.
  CONSTRAINT "appointment_slot_capacity_check" CHECK ("booked" >= 0 AND "booked" <= "capacity")
);
CREATE UNIQUE INDEX "appointment_slot_window_unique" ON "appointment_slot" ("window_id", "starts_at");
CREATE INDEX "appointment_slot_outlet_idx" ON "appointment_slot" ("outlet_id", "starts_at");

CREATE TABLE "appointment" (
  "id"              uuid NOT NULL,
  "outlet_id"       text NOT NULL,
  "matter_id"       text NOT NULL,
  "channel"         text NOT NULL,
  "status"          text NOT NULL,
  "applicant_id"    text,
  "wish"            text,
  "requested_at"    timestamptz(3) NOT NULL,
  "requested_by_id" text,
  "slot_id"         uuid,
  "agreed_at"       timestamptz(3),
  "notice_guide_id" text,
  "notice_text"     text,
  "reason"          text,
  "ticket_id"       uuid,
  "version"         integer NOT NULL,
  CONSTRAINT "appointment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "appointment_slot_fk" FOREIGN KEY ("slot_id") REFERENCES "appointment_slot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "appointment_channel_check" CHECK ("channel" IN ('ONSITE', 'PHONE', 'ONLINE', 'WECHAT', 'CARE_CARD')),
  CONSTRAINT "appointment_status_check" CHECK ("status" IN ('REQUESTED', 'AGREED', 'REFUSED', 'CANCELLED', 'ARRIVED')),
  -- Agreed means: a time, and everything to bring was told (R098).
  CONSTRAINT "appointment_agreed_check" CHECK (
    "status" NOT IN ('AGREED', 'ARRIVED')
    OR ("slot_id" IS NOT NULL AND "agreed_at" IS NOT NULL AND "notice_guide_id" IS NOT NULL AND coalesce("notice_text", '') <> '')
  ),
  CONSTRAINT "appointment_refused_check" CHECK ("status" <> 'REFUSED' OR coalesce(btrim("reason"), '') <> ''),
  CONSTRAINT "appointment_arrived_check" CHECK (("status" = 'ARRIVED') = ("ticket_id" IS NOT NULL))
);
CREATE INDEX "appointment_outlet_idx" ON "appointment" ("outlet_id", "status", "requested_at");
CREATE INDEX "appointment_applicant_idx" ON "appointment" ("applicant_id");
CREATE INDEX "appointment_slot_idx" ON "appointment" ("slot_id");

-- Who asks: personal, so it stands apart.
CREATE TABLE "appointment_person" (
  "appointment_id" uuid NOT NULL,
  "name"           text NOT NULL,
  "phone"          text,
  CONSTRAINT "appointment_person_pkey" PRIMARY KEY ("appointment_id"),
  CONSTRAINT "appointment_person_fk" FOREIGN KEY ("appointment_id") REFERENCES "appointment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check"
  CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT', 'SEAL', 'SUPPORT', 'BUNDLE', 'APPOINTMENT')) NOT VALID;
