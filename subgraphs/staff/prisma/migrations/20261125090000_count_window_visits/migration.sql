-- R161: how busy each window is. Counted as the log of cases tells it, from now on; additive.
CREATE TABLE "window_workload" (
  "window_id" text NOT NULL,
  "day"       date NOT NULL,
  "visits"    integer NOT NULL,
  CONSTRAINT "window_workload_pkey" PRIMARY KEY ("window_id", "day"),
  CONSTRAINT "window_workload_visits_check" CHECK ("visits" > 0)
);
