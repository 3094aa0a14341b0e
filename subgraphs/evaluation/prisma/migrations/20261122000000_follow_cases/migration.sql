-- How far siblings' logs have been followed. The cursor advances in the transaction that has the effect, so an event has
-- it exactly once. Additive: the previous release keeps working.
CREATE TABLE "followed_log" (
  "log"    text NOT NULL,
  "cursor" text NOT NULL,
  CONSTRAINT "followed_log_pkey" PRIMARY KEY ("log")
);
