import type { Caller } from "@yimen/kernel/caller";

const staff = (staffId: string, role: string, outletId = "taoshan-hall"): Caller => ({
  kind: "STAFF",
  subject: staffId,
  scopes: [],
  claims: { staffId, outletId, role },
});

export const officer = staff("taoshan-staff-03", "WINDOW_OFFICER");
export const director = staff("taoshan-staff-09", "CENTRE_DIRECTOR");
export const supervisor = staff("taoshan-staff-45", "SUPERVISOR");
export const stranger = staff("shanyang-staff-01", "CENTRE_DIRECTOR", "shanyang-centre");

export const applicant: Caller = {
  kind: "APPLICANT",
  subject: "applicant-1",
  scopes: [],
  claims: { applicantId: "applicant-1" },
};
export const otherApplicant: Caller = { ...applicant, subject: "applicant-2", claims: { applicantId: "applicant-2" } };
