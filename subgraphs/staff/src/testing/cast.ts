import type { Caller } from "@yimen/kernel/caller";

const staff = (staffId: string, claims: Record<string, string>): Caller => ({
  kind: "STAFF",
  subject: staffId,
  scopes: [],
  claims: { staffId, outletId: "taoshan-hall", ...claims },
});
const civil = { departmentId: "taoshan-civil-affairs" };

/** The people of the seed who appear in tests, as the gateway passes them on; see seed/README.md. */
export const officerA = staff("taoshan-staff-03", { role: "WINDOW_OFFICER" });
export const officerB = staff("taoshan-staff-04", { role: "WINDOW_OFFICER" });
export const uncertified = staff("taoshan-staff-05", { role: "WINDOW_OFFICER" });
export const centreDirector = staff("taoshan-staff-09", { role: "CENTRE_DIRECTOR" });
export const approverCivil = staff("taoshan-staff-19", { role: "APPROVER", ...civil });
export const directorCivil = staff("taoshan-staff-21", { role: "DIRECTOR", ...civil });
export const chiefCivil = staff("taoshan-staff-22", { role: "CHIEF_REPRESENTATIVE", ...civil });
export const stranger = staff("shanyang-staff-01", { role: "WINDOW_OFFICER", outletId: "shanyang-centre" });
export const shanyangStreetAgent = staff("shanyang-staff-29", { role: "STREET_AGENT", outletId: "shanyang-street-9" });
export const coordinator = staff("taoshan-staff-43", { role: "COORDINATOR" });
export const supervisor = staff("taoshan-staff-45", { role: "SUPERVISOR" });
