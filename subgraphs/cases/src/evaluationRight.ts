import type { Context } from "./context.js";
import { requireService } from "./domain/authority.js";
import { findCasesOfRequests, findCasesOfVisits } from "./store/caseStore.js";
import { findVisits } from "./store/visitStore.js";

/** What the evaluation subgraph has to know before it takes a rating of a visit. */
export interface EvaluationRight {
  readonly visitId: string;
  readonly ended: boolean;
  /** The token printed for the visit, or its applicant. */
  readonly entitled: boolean;
  readonly outletId: string;
  readonly windowId: string | null;
  readonly officerId: string;
  readonly actingForId: string | null;
  readonly caseIds: readonly string[];
  readonly applicantId: string | null;
}

const NOBODYS = "00000000-0000-0000-0000-000000000000";

/** @returns `null` when there is no such visit, after as many steps as when there is one. @throws ServiceOnly */
export async function evaluationRight(
  { db, caller, receipts }: Context,
  given: { visitId: string; token?: string | null; applicantId?: string | null },
): Promise<EvaluationRight | null> {
  requireService(caller);
  const [visit] = await findVisits(db, [given.visitId]);
  const cases = await (visit?.proxyRequestId
    ? findCasesOfRequests(db, [visit.proxyRequestId])
    : findCasesOfVisits(db, [visit?.id ?? NOBODYS]));
  const byToken = given.token != null && receipts.matches("visit", visit?.id ?? "no such visit", given.token);
  if (!visit) return null;
  const applicants = [visit.applicantId, ...cases.map(({ applicantId }) => applicantId)];
  const byApplicant = given.applicantId != null && applicants.includes(given.applicantId);
  return {
    visitId: visit.id,
    ended: visit.endedAt !== null,
    entitled: byToken || byApplicant,
    outletId: visit.outletId,
    windowId: visit.windowId,
    officerId: visit.officerId,
    actingForId: visit.actingForId,
    caseIds: cases.map(({ id }) => id),
    applicantId: visit.applicantId ?? cases.find(({ applicantId }) => applicantId)?.applicantId ?? null,
  };
}
