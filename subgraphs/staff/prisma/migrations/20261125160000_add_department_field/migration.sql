-- R074: which departments' matters are alike, for the planning of windows. Additive.
ALTER TABLE "department" ADD COLUMN "field" text;
