/** The people and organisations that the tests act as; staff as seeded in subgraphs/staff/seed/README.md. */
export interface Persona {
  readonly sub: string;
  readonly kind: "STAFF" | "APPLICANT";
  readonly claims: Readonly<Record<string, string>>;
}

const staff = (staffId: string, role: string, claims: Readonly<Record<string, string>> = {}): Persona => ({
  sub: staffId,
  kind: "STAFF",
  claims: { staffId, role, outletId: "taoshan-hall", ...claims },
});

const civilAffairs = { departmentId: "taoshan-civil-affairs" };

export const personas = {
  officerW2: staff("taoshan-staff-03", "WINDOW_OFFICER"),
  officerW2B: staff("taoshan-staff-04", "WINDOW_OFFICER"),
  uncertifiedW2: staff("taoshan-staff-05", "WINDOW_OFFICER"),
  officerW2D: staff("taoshan-staff-06", "WINDOW_OFFICER"),
  centreDirector: staff("taoshan-staff-09", "CENTRE_DIRECTOR"),
  navigator: staff("taoshan-staff-11", "NAVIGATOR"),
  approverCivil: staff("taoshan-staff-19", "APPROVER", civilAffairs),
  directorCivil: staff("taoshan-staff-21", "DIRECTOR", civilAffairs),
  supervisor: staff("taoshan-staff-45", "SUPERVISOR", {
    departmentId: "taoshan-business-environment",
    regionIds: "taoshan",
  }),
  shanyangOfficer: staff("shanyang-staff-01", "WINDOW_OFFICER", { outletId: "shanyang-centre" }),
  applicant: { sub: "applicant-1", kind: "APPLICANT", claims: { applicantId: "applicant-1" } },
} as const satisfies Record<string, Persona>;
