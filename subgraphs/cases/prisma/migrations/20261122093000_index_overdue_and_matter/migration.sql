-- Lists of what is overdue and of one matter read the whole table without them. Additive.
CREATE INDEX "case_due_idx" ON "case" ("due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "case_matter_newest_idx" ON "case" ("matter_id", "opened_at" DESC, "id" DESC);
