-- A post's name is product text and comes in English, too. Additive: posts that were there before have none.
ALTER TABLE "post" ADD COLUMN "name_en" text;
