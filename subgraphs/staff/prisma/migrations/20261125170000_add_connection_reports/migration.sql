-- R202: when an outlet's computer was last heard of. One row for each outlet; additive.
CREATE TABLE "connection_report" (
  "outlet_id" text NOT NULL CONSTRAINT "connection_report_outlet_fk" REFERENCES "outlet" ("id"),
  "last_at"   timestamptz(3) NOT NULL,
  CONSTRAINT "connection_report_pkey" PRIMARY KEY ("outlet_id")
);
