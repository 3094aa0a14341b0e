import { DomainError } from "@yimen/kernel/errors";
import { AuthorisationMissing } from "./proxyRefusals.js";
import { ELicenceNotAccepted } from "./refusals.js";

export const applicantKinds = ["PERSON", "ORGANISATION"] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** Personal data of who applies; stands beside the case, never in it. */
export interface Applicant {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

/** A detail of the applicant is empty or longer than any real one. */
export class ApplicantNotValid extends DomainError {
  readonly code = "APPLICANT_NOT_VALID";
  constructor(field: string, longest: number) {
    super(
      {
        zh: `申请人信息有误:${field} 应为 1 至 ${longest} 个字符;请核对。`,
        en: `The applicant's ${field} has 1 to ${longest} characters; check it.`,
      },
      { field, longest },
    );
  }
}

const longest = { name: 200, idNumber: 50, phone: 50, applicantId: 100 } as const;

/** @throws ApplicantNotValid */
export function requireApplicant(given: Applicant & { readonly applicantId?: string | null }): void {
  for (const field of ["name", "idNumber", "phone", "applicantId"] as const) {
    const value = given[field];
    if (value != null && (value.trim() === "" || value.length > longest[field])) {
      throw new ApplicantNotValid(field, longest[field]);
    }
  }
}

/** An e-licence shown in place of a paper; its number is personal. */
export interface ShownLicence {
  readonly requirementId: string;
  readonly licenceNo: string;
}

const LONGEST_NUMBER = 100; // characters

/** @throws ELicenceNotAccepted when the number of a licence is missing */
export function requireLicenceNumbers(licences: readonly ShownLicence[]): void {
  const wrong = licences.filter(({ licenceNo }) => licenceNo.trim() === "" || licenceNo.length > LONGEST_NUMBER);
  if (wrong.length > 0) throw new ELicenceNotAccepted(wrong.map(({ requirementId }) => requirementId));
}

/** Somebody who hands in for the applicant at a window, such as a relative or an employee (代理人); personal. */
export interface Agent {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  /** Number of the applicant's written authorisation, and what it covers (R112). */
  readonly authorisation: { readonly documentNo: string; readonly scope: string } | null;
}

/** Nobody hands in for somebody else without their authorisation (R112). @throws AuthorisationMissing, ApplicantNotValid */
export function requireAgent(agent: Agent): void {
  requireApplicant({ ...agent, kind: "PERSON" });
  const { documentNo = "", scope = "" } = agent.authorisation ?? {};
  if (documentNo.trim() === "" || scope.trim() === "") throw new AuthorisationMissing();
}
