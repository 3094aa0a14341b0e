/** Who is who: ids of the seed, see subgraphs/staff/seed/README.md. */
export const HALL = "taoshan-hall";

export const WINDOW = { one: "taoshan-w1", two: "taoshan-w2", three: "taoshan-w3" } as const;

export const cast = {
  windowOneA: "taoshan-staff-01",
  windowOneB: "taoshan-staff-02",
  windowTwoA: "taoshan-staff-03",
  windowTwoB: "taoshan-staff-04",
  /** Without the certificate of civil affairs. */
  windowTwoC: "taoshan-staff-05",
  windowTwoD: "taoshan-staff-06",
  windowThreeA: "taoshan-staff-07",
  windowThreeB: "taoshan-staff-08",
  director: "taoshan-staff-09",
  navigator: "taoshan-staff-11",
  educationApprover: "taoshan-staff-15",
  civilApprover: "taoshan-staff-19",
  agricultureApprover: "taoshan-staff-23",
  emergencyApprover: "taoshan-staff-31",
  emergencyHead: "taoshan-staff-65",
  cultureApprover: "taoshan-staff-35",
  supervisor: "taoshan-staff-45",
} as const;

/** Somebody who has signed in, and stays at home. */
export const applicantOnline = "applicant:demo-applicant-9";

/** Synthetic applicants. */
export const organisation = (number: number) => ({
  applicantId: `demo-applicant-${number}`,
  kind: "ORGANISATION",
  name: `测试-桃山-组织-${number}`,
  phone: "0464-0000001",
});

export const person = (number: number) => ({
  applicantId: `demo-applicant-${number}`,
  kind: "PERSON",
  name: `测试-桃山-居民-${number}`,
  phone: "0464-0000002",
});
