-- What was granted can be revoked, which is an end too (I-K13). Widens a constraint: the previous release keeps working.
ALTER TABLE "case" DROP CONSTRAINT "case_closed_check";
ALTER TABLE "case" ADD CONSTRAINT "case_closed_check" CHECK (
  ("closed_at" IS NOT NULL) = ("status" IN ('DELIVERED', 'REFUSED_ACCEPTANCE', 'WITHDRAWN', 'TERMINATED', 'REVOKED'))
) NOT VALID;
