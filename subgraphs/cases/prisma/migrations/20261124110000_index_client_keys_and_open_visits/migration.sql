-- Keys older than ninety days are forgotten (packages/kernel/src/clientKeys.ts). Additive.
CREATE INDEX "client_mutation_at_idx" ON "client_mutation" ("at");
-- Visits that go on are few; those of an earlier day are ended (src/endForgottenVisits.ts).
CREATE INDEX "visit_open_idx" ON "visit" ("started_at") WHERE "ended_at" IS NULL;
