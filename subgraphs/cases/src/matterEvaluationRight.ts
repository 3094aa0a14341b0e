import type { Context } from "./context.js";
import { requireService } from "./domain/authority.js";
import { channelOf, isClosed } from "./domain/case.js";
import { findCasesByNo } from "./store/caseStore.js";

/** What the evaluation subgraph has to know before it takes a rating of a matter handled online (一事一评). */
export interface MatterEvaluationRight {
  readonly caseId: string;
  /** Handed in online: there was no visit that could be rated instead. */
  readonly online: boolean;
  readonly ended: boolean;
  readonly outletId: string;
  readonly windowId: string | null;
  /** Who decided, or else who accepted, or else who pre-reviewed it. */
  readonly officerId: string | null;
  readonly actingForId: string | null;
  readonly applicantId: string | null;
}

/**
 * The right of whoever holds the receipt, which a bundle has one of for all of it, or of the applicant. A wrong number, a
 * wrong secret and somebody else's case are answered alike.
 *
 * @throws ServiceOnly
 */
export async function matterEvaluationRight(
  { db, caller, receipts }: Context,
  given: { caseNo: string; secret?: string | null; applicantId?: string | null },
): Promise<MatterEvaluationRight | null> {
  requireService(caller);
  const [found] = await findCasesByNo(db, [given.caseNo.trim()]);
  const secret = given.secret ?? "";
  const bySecret = receipts.matches("case", found?.id ?? "no such case", secret);
  const ofBundle = receipts.matches("bundle", found?.bundleCaseId ?? "no such bundle", secret);
  const byApplicant = given.applicantId != null && found?.applicantId === given.applicantId;
  const byBundle = ofBundle && found?.bundleCaseId !== undefined;
  if (!found || !(bySecret || byBundle || byApplicant)) return null;
  const by = found.decision?.by ?? found.acceptance?.by ?? found.online?.takenUp?.by ?? null;
  return {
    caseId: found.id,
    online: channelOf(found) === "ONLINE",
    ended: isClosed(found),
    outletId: found.outletId,
    windowId: found.windowId,
    officerId: by?.staffId ?? null,
    actingForId: by?.actingForId ?? null,
    applicantId: found.applicantId,
  };
}
