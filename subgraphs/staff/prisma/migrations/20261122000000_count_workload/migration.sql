-- How many visits a member of staff has served on a day, counted from the log of cases. The cursor advances in the
-- transaction that counts, so a visit is counted exactly once. Additive: the previous release keeps working.
CREATE TABLE "followed_log" (
  "log"    text NOT NULL,
  "cursor" text NOT NULL,
  CONSTRAINT "followed_log_pkey" PRIMARY KEY ("log")
);

CREATE TABLE "workload" (
  "staff_id" text NOT NULL,
  "day"      date NOT NULL,
  "visits"   integer NOT NULL,
  CONSTRAINT "workload_pkey" PRIMARY KEY ("staff_id", "day"),
  CONSTRAINT "workload_visits_check" CHECK ("visits" > 0)
);
