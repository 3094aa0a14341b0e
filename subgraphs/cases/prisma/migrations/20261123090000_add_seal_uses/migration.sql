-- Every use of a department's electronic seal (R126, GB/T 39046 §6.9.2). Additive: the previous release keeps working.
-- An alert is a use with a reason: so each use without an approved decision has exactly one (I-K17).
CREATE TABLE "seal_use" (
  "id"            uuid NOT NULL,
  "seal_id"       text NOT NULL,
  "department_id" text NOT NULL,
  "outlet_id"     text NOT NULL,
  "case_id"       uuid,
  "document_no"   text NOT NULL,
  "used_by_id"    text NOT NULL,
  "acting_for_id" text,
  "at"            timestamptz(3) NOT NULL,
  "irregularity"  text,
  "finding"       text,
  "closed_at"     timestamptz(3),
  "closed_by_id"  text,
  CONSTRAINT "seal_use_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "seal_use_case_fk" FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "seal_use_irregularity_check" CHECK ("irregularity" IN ('NO_APPROVED_DECISION', 'NO_RIGHT')),
  CONSTRAINT "seal_use_approved_check" CHECK ("irregularity" IS NOT NULL OR "case_id" IS NOT NULL),
  CONSTRAINT "seal_use_closed_check" CHECK (
    ("closed_at" IS NULL) = ("finding" IS NULL) AND ("closed_at" IS NULL) = ("closed_by_id" IS NULL)
    AND ("closed_at" IS NULL OR "irregularity" IS NOT NULL)
  )
);
CREATE INDEX "seal_use_department_idx" ON "seal_use" ("department_id", "at");
CREATE INDEX "seal_use_outlet_idx" ON "seal_use" ("outlet_id", "at");
-- A use is matched by the document's number; a hash, because a number may be longer than a b-tree takes.
CREATE INDEX "case_document_idx" ON "case" USING hash (("state" #>> '{result,documentNo}'));

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_stream_check";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_stream_check"
  CHECK ("stream" IN ('CASE', 'TICKET', 'VISIT', 'SEAL')) NOT VALID;
