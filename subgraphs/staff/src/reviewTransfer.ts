import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { appraisalEvent } from "./domain/appraisalEvent.js";
import { replacementFor } from "./domain/replacement.js";
import { requireReceivingBody, review, TransferNotAllowed } from "./domain/transfer.js";
import { recordDuty } from "./recordDuty.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { endPlacement, getAppraisee } from "./store/placementStore.js";
import { findPosts } from "./store/postStore.js";
import { insertReplacements } from "./store/replacementStore.js";
import { getTransfer, saveTransfer } from "./store/transferStore.js";

export interface ReviewTransferInput {
  readonly clientMutationId: string;
  readonly transferId: string;
  readonly agreed: boolean;
  /** Express consent to less than two years (R140). */
  readonly earlyConsent?: boolean | null;
}

/**
 * The centre or town agrees or refuses (R140–R142). Once agreed, the person holds the post until the day it takes
 * effect, and somebody else is selected for it.
 *
 * @returns the transfer's id
 * @throws TransferNotFound, TransferNotAllowed, TransferTooEarly, TransferChangedMeanwhile
 */
export async function reviewTransfer(context: Context, input: ReviewTransferInput): Promise<string> {
  const { outletId } = await getTransfer(context.db, input.transferId);
  const mutation = { mutation: "reviewTransfer", input, outletIds: [outletId] };
  return changeDuty(context, mutation, async (tx, now) => {
    const current = await getTransfer(tx, input.transferId);
    const byId = requireReceivingBody(context.caller, await getOutletIdsUpwards(tx, outletId));
    const [post] = await findPosts(tx, [current.postId]);
    const decision = { agreed: input.agreed, earlyConsent: input.earlyConsent ?? false };
    const next = review(current, decision, byId, post?.departmentId === null, officeDay(now));
    await saveTransfer(tx, next);
    if (next.status !== "APPROVED") return { id: next.id, event: appraisalEvent("TRANSFER_REFUSED", next, now) };
    const more = await recordDuty(tx, [outletId], now, context.calendar);
    if (!(await endPlacement(tx, next.postId, next.appointedOn, next.effectiveOn))) {
      throw new TransferNotAllowed("NOT_ON_POST");
    }
    const { homeDepartmentId } = await getAppraisee(tx, next.staffId);
    await insertReplacements(tx, [replacementFor(next.postId, outletId, next.staffId, homeDepartmentId, now)]);
    return { id: next.id, event: appraisalEvent("TRANSFER_APPROVED", next, now), more };
  });
}
