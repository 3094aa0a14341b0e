-- Keys older than ninety days are forgotten (packages/kernel/src/clientKeys.ts). Additive.
CREATE INDEX "client_mutation_at_idx" ON "client_mutation" ("at");
