import type { Context } from "./context.js";
import { requireOutletStaff } from "./domain/authority.js";
import { changedProxyRequest, requireAuthorised } from "./domain/proxyRequest.js";
import type { NewEntry } from "./store/caseLog.js";
import type { Tx } from "./store/db.js";
import { getProxyRequest, saveProxyRequest } from "./store/proxyStore.js";

/** An agent who hands in for an applicant, by the applicant's authorisation (R112). */
export interface Representation {
  readonly staffId: string;
  readonly outletId: string;
  readonly applicantId: string | null;
  /** Notes the case with the request, in the transaction that opens it. @returns what the log is told */
  link(tx: Tx, caseId: string): Promise<NewEntry>;
}

/**
 * The agent's right to hand in a matter for somebody: an open request about it that the agent's outlet is responsible
 * for, with the applicant's authorisation on record.
 *
 * @throws StaffOnly, NotYourCase, AuthorisationMissing, ProxyRequestNotOpen
 */
export async function representationFor(
  { db, caller, clock }: Context,
  proxyRequestId: string,
  matterId: string,
): Promise<Representation> {
  const request = await getProxyRequest(db, proxyRequestId);
  const staffId = requireOutletStaff(caller, request);
  requireAuthorised(request);
  return {
    staffId,
    outletId: request.outletId,
    applicantId: request.applicantId,
    link(tx, caseId) {
      const next = changedProxyRequest(request, { type: "linkCase", caseId, matterId });
      return saveProxyRequest(tx, request, next, "ProxyCaseOpened", staffId, clock());
    },
  };
}
