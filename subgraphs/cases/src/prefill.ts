import type { Context } from "./context.js";
import { type FormAnswer, prefilled } from "./domain/form.js";
import { findEarlierForms } from "./store/applicantStore.js";

const FORMS = 20; // earlier forms that are looked at

/**
 * What the signed-in applicant filled in before, as far as a matter's form asks for it again (R066). Own data only:
 * nobody else is ever asked about, and staff get nothing.
 *
 * @throws MatterNotOffered, SiblingUnavailable
 */
export async function prefill({ db, caller, catalogue }: Context, matterId: string): Promise<FormAnswer[]> {
  const { applicantId } = caller.claims;
  if (caller.kind !== "APPLICANT" || !applicantId) return [];
  const [{ guide }, earlier] = await Promise.all([
    catalogue.matter(matterId),
    findEarlierForms(db, applicantId, FORMS),
  ]);
  return prefilled(guide.formFields, earlier);
}
