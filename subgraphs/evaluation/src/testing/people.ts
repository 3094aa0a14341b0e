import type { Caller } from "@yimen/kernel/caller";

const staff = (staffId: string, role: string, outletId = "taoshan-hall"): Caller => ({
  kind: "STAFF",
  subject: staffId,
  scopes: [],
  claims: { staffId, outletId, role },
});

function overseer(staffId: string, regionIds: string): Caller {
  const worker = staff(staffId, "SUPERVISOR", `${regionIds}-office`);
  return { ...worker, claims: { ...worker.claims, regionIds } };
}

export const officer = staff("taoshan-staff-03", "WINDOW_OFFICER");
export const director = staff("taoshan-staff-09", "CENTRE_DIRECTOR");
export const supervisor = overseer("taoshan-staff-45", "taoshan");
/** Of the neighbouring region. */
export const otherSupervisor = overseer("shanyang-staff-45", "shanyang");
/** Who works at an outlet of a test's own. */
export const supervisorAt = (outletId: string): Caller => staff("taoshan-staff-45", "SUPERVISOR", outletId);
export const stranger = staff("shanyang-staff-01", "CENTRE_DIRECTOR", "shanyang-centre");

export const applicant: Caller = {
  kind: "APPLICANT",
  subject: "applicant-1",
  scopes: [],
  claims: { applicantId: "applicant-1" },
};
export const otherApplicant: Caller = { ...applicant, subject: "applicant-2", claims: { applicantId: "applicant-2" } };
