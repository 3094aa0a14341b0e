-- R121: a team of agents for matters across provinces. Widens what is allowed: the previous release keeps working.
ALTER TABLE "team_membership"
  DROP CONSTRAINT "team_membership_kind_check",
  ADD CONSTRAINT "team_membership_kind_check" CHECK (
    "kind" IN ('ACCEPTANCE', 'SURVEY', 'APPROVAL', 'CROSS_PROVINCE_AGENCY')
  );
