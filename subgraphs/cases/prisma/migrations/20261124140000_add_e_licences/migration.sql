-- Numbers of e-licences that were shown in place of a paper (R065): personal, so they stand with the applicant. Additive.
ALTER TABLE "applicant" ADD COLUMN "e_licences" jsonb;
