export const applicantKinds = ["PERSON", "ORGANISATION"] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** Personal data of who applies; stands beside the case, never in it. */
export interface Applicant {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
}
